//! Keys that several kinds have, with the meaning that they share.

use crate::keys;

keys! {
    TITLE = "title" "标题" "title" r#""2026年上半年部门经费使用情况""#
        "网页和清单上的标题" "what it is called on its page and in lists";
    SUMMARY = "summary" "内容概述" "summary" r#""2026年1月至6月领取和使用部门经费的情况。""#
        "一两句话的概述" "one or two sentences";
    NOTE = "note" "说明" "note" r#""另有说明的写在这里。""#
        "补充说明" "a further remark";
    REMARK = "remark" "备注" "remark" r#""按季度汇总。""#
        "备注" "a remark";
    PHONE = "phone" "联系电话" "telephone" r#""0310-0000000""#
        "办公电话" "an office’s telephone";
    DUTIES = "duties" "职责" "duties" r#""承担会议、公文和机关安全保卫工作。""#
        "负责什么，一两句话" "what it is charged with, in a sentence or two";
    AUDIENCE = "audience" "公开范围" "audience" r#""社会""#
        "谁看得到：对社会公开，或者只在机关内部公开" "who may see it: the public, or the agency alone";
    OFFICE = "office" "承办科室" "office" r#""办公室""#
        "agency.toml 登记的科室，写规范名称或者编号" "an office of agency.toml, by its name or id";
    ITEM = "item" "职权事项" "item" r#""department-funds""#
        "事项的编号，即 items/ 中的文件名；只有一个事项叫这个名称的，写名称也行" "an item: its file’s name in items/, or its name where only one is called so";
    DOC_NO = "doc_no" "文号" "document number" r#""复机管〔2026〕3号""#
        "发文字号，年份写在六角括号〔〕中" "the number that the document bears, its year in 〔〕";
    FORMED_ON = "formed_on" "成文日期" "formed on" "2026-07-06"
        "内容写成的日期" "the day on which it was written";
    PUBLISHED_ON = "published_on" "发布日期" "published on" "2026-07-15"
        "对外发布的日期；没有的是草稿，发布那天再填" "the day of publication; without one it is a draft";
    SUBMITTED_ON = "submitted_on" "报送日期" "submitted on" "2026-07-10"
        "报送上级的日期，报送那天填" "the day on which it was reported upward";
    ARCHIVE_NO = "archive_no" "存档号" "archive number" r#""2026-014""#
        "公开以后编的存档号，不得重复；只在内部网站" "given in the order of publication, each once; for insiders";
    PERIOD = "period" "期间" "period" r#""2026-H1""#
        "月 2026-07，季度 2026-Q3，半年 2026-H1，年 2026" "a month 2026-07, quarter 2026-Q3, half-year 2026-H1 or year 2026";
    SCHEDULE = "schedule" "公开时间" "schedule" r#""半年一公开""#
        "多久公开一次、最迟哪天；照抄公开目录，或者写成表" "how often and by when, as the catalogue words it, or as a table";
    UNIT = "unit" "单位" "unit" r#""万元""#
        "各数的单位" "what the figures are counted in";
    CHANNEL = "channel" "公开形式" "channel" r#""公开栏""#
        "用哪种形式公开" "by which channel";
    CHANNELS = "channels" "公开形式" "channels" r#"["网络公开", "公开栏"]"#
        "用哪几种形式公开" "by which channels";
    CONTACT = "contact" "联系方式" "contact" r#""0310-0000001""#
        "电话号码、地点或者地址" "a number, a place or an address";
    WAY_OF_COMPLAINT = "kind" "途径" "way" r#""举报电话""#
        "哪种途径" "which way";
}
