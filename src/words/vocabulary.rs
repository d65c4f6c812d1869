//! The closed vocabularies of the field (domain.md A, C).

use crate::words;

words!(/// 公开范围: who may see it.
    Audience {
    Public = "public" "社会" "the public" ["全社会", "向社会公开", "社会公开", "对外公开"],
    Internal = "internal" "内部公开" "inside the agency" ["内部", "机关内部", "对内公开"],
});

words!(/// 职权类别: the national list, Hebei's further two, and the bureau's own 部门内部管理权
    /// (中办发〔2015〕21号; 河北省政府令〔2009〕第9号 as amended 2023, art. 6).
    Category {
    Xk = "xk" "行政许可" "Administrative licence",
    Cf = "cf" "行政处罚" "Administrative penalty",
    Qz = "qz" "行政强制" "Administrative compulsion",
    Zs = "zs" "行政征收" "Administrative levy",
    Zy = "zy" "行政征用" "Administrative requisition",
    Jf = "jf" "行政给付" "Administrative payment",
    Jc = "jc" "行政检查" "Administrative inspection",
    Qr = "qr" "行政确认" "Administrative confirmation",
    Jl = "jl" "行政奖励" "Administrative reward",
    Cj = "cj" "行政裁决" "Administrative ruling",
    Ba = "ba" "行政备案" "Administrative filing",
    Qt = "qt" "其他行政权力" "Other administrative power" ["其他"],
    Nb = "nb" "部门内部管理权" "Internal management" ["内部管理权", "内部管理"],
});

words!(/// 公开形式: the plan's three, and the carriers of the 基层政务公开标准目录.
    Channel {
    Website = "website" "网络公开" "Website" ["网站", "政府网站", "网上公开"],
    NoticeBoard = "notice-board" "公开栏" "Notice board" ["公示栏"],
    Document = "document" "下发文件" "Document",
    Gazette = "gazette" "政府公报" "Gazette",
    SocialMedia = "social-media" "两微一端" "Social media",
    Briefing = "briefing" "发布会/听证会" "Press conference or hearing" ["发布会", "听证会"],
    Broadcast = "broadcast" "广播电视" "Broadcast",
    Print = "print" "纸质媒体" "Print" ["纸质载体"],
    ReadingRoom = "reading-room" "公开查阅点" "Reading room",
    ServiceHall = "service-hall" "政务服务中心" "Service hall",
    ServicePoint = "service-point" "便民服务站" "Service point",
    OnSite = "on-site" "入户/现场" "On site" ["入户", "现场"],
    Screen = "screen" "电子屏" "Screen",
    Push = "push" "精准推送" "Direct notice",
    Other = "other" "其他" "Other",
});

words!(/// Whether an item is in use.
    Status {
    NotStarted = "not-started" "暂未开展" "Not started" ["未开展"],
    InForce = "in-force" "在用" "In force" ["有效", "正在运行"],
    Suspended = "suspended" "暂停" "Suspended" ["中止"],
    Terminated = "terminated" "终止" "Terminated" ["已终止", "取消"],
});

words!(/// 公开时间, periodic: how often.
    Every {
    Month = "month" "月" "Monthly" ["每月", "按月", "月度", "一月一公开"],
    Quarter = "quarter" "季度" "Quarterly" ["季", "每季度", "按季度", "季度公开"],
    HalfYear = "half-year" "半年" "Half-yearly" ["每半年", "半年一公开"],
    Year = "year" "年" "Yearly" ["每年", "按年度", "年度", "一年一公开"],
});

words!(/// 公开时间, not periodic.
    On {
    Event = "event" "随时" "As it happens" ["随时公开", "实时", "实时公开", "及时", "及时公开"],
    Standing = "standing" "长期" "Standing" ["长期公开"],
});

words!(/// 重要或者非重要: decided by someone, never inferred.
    Level {
    Important = "important" "重要" "Important",
    Ordinary = "ordinary" "非重要" "Ordinary" ["一般"],
});

words!(/// Kind of a legal basis.
    BasisKind {
    Law = "law" "法律" "Law",
    Regulation = "regulation" "行政法规" "Administrative regulation",
    LocalRegulation = "local-regulation" "地方性法规" "Local regulation",
    MinistryRule = "ministry-rule" "部门规章" "Ministry rule",
    LocalRule = "local-rule" "地方政府规章" "Local government rule",
    Normative = "normative" "规范性文件" "Normative document",
    Other = "other" "其他" "Other",
});

words!(/// A way to complain or comment.
    ComplaintKind {
    Hotline = "hotline" "举报电话" "Hotline" ["投诉电话", "监督电话"],
    ReportBox = "report-box" "举报箱" "Report box",
    OpinionBox = "opinion-box" "评议意见箱" "Opinion box" ["意见箱"],
    OpinionCard = "opinion-card" "征求意见卡" "Opinion card" ["征意见卡", "评议卡"],
    Meeting = "meeting" "座谈会" "Meeting",
    Email = "email" "电子邮件" "E-mail" ["电子邮箱"],
    Supervisor = "supervisor" "监督员" "Supervisor",
});

words!(/// Role in the leading group.
    Role {
    Head = "head" "组长" "Head",
    Deputy = "deputy" "副组长" "Deputy head",
    Member = "member" "成员" "Member",
});

words!(/// 环节 of an exercise: one of two series, each in its order.
    StageKind {
    Decision = "decision" "决策" "Decision",
    Execution = "execution" "执行" "Execution",
    Result = "result" "结果" "Result",
    Accepted = "accepted" "受理" "Accepted",
    InProgress = "in-progress" "办理中" "In progress",
    Completed = "completed" "办结" "Completed",
});

words!(/// What happened to an item.
    ChangeKind {
    Added = "added" "新增" "Added",
    Adjusted = "adjusted" "调整" "Adjusted" ["变更", "更换"],
    Terminated = "terminated" "终止" "Terminated" ["取消"],
});

words!(/// What an attachment is.
    MediaKind {
    Document = "text" "文字" "Text",
    Image = "image" "图片" "Image" ["照片"],
    Video = "video" "影像" "Video" ["视频", "录像"],
});

words!(/// 有效性 of a document.
    Validity {
    Valid = "valid" "有效" "In force",
    Expired = "expired" "失效" "Expired",
    Repealed = "repealed" "废止" "Repealed",
    Amended = "amended" "已修改" "Amended",
});

words!(/// How a published record was changed, in the open.
    RevisionKind {
    Corrected = "corrected" "更正" "Corrected",
    Withdrawn = "withdrawn" "撤回" "Withdrawn",
    Supplemented = "supplemented" "补充" "Supplemented",
    Confirmed = "confirmed" "确认" "Confirmed" ["确认有效"],
});

words!(/// Whether a year's days off are announced or estimated.
    CalendarStatus {
    Official = "official" "正式" "Official",
    Provisional = "provisional" "暂定" "Provisional",
});

words!(/// What a person brought forward.
    FeedbackKind {
    Complaint = "complaint" "投诉" "Complaint",
    Report = "report" "举报" "Report",
    Suggestion = "suggestion" "意见建议" "Suggestion" ["意见", "建议"],
    Appraisal = "appraisal" "评议" "Appraisal" ["评议意见"],
});

words!(/// What became of it.
    Outcome {
    Founded = "founded" "属实" "Founded",
    Partly = "partly" "部分属实" "Partly founded",
    Unfounded = "unfounded" "不属实" "Unfounded",
    Adopted = "adopted" "采纳" "Adopted",
    Declined = "declined" "未采纳" "Not adopted",
    Explained = "explained" "解释说明" "Explained",
    Withdrawn = "withdrawn" "撤回" "Withdrawn",
});

words!(/// 责任: who bears it (实施方案第六部分第（五）项).
    Responsibility {
    Leading = "leading" "领导责任" "Responsibility of the head",
    DirectLeading = "direct-leading" "直接领导责任" "Direct responsibility of the leader in charge",
    Direct = "direct" "直接责任" "Direct responsibility",
});

words!(/// What is reported upward beside forms and filings (实施方案第六部分第（三）项).
    BriefKind {
    News = "news" "工作动态" "News of the work",
    Experience = "experience" "工作经验" "Experience",
});

words!(/// Whose opinion was asked.
    Surveyed {
    House = "house" "全局内部" "Inside the agency" ["内部", "本机关"],
    Society = "society" "社会" "Society",
});

words!(/// How a promise stands on a day; in the order in which it can go forward.
    State {
    Upcoming = "upcoming" "未到期" "Upcoming",
    DueSoon = "due-soon" "临期" "Due soon",
    Waived = "waived" "豁免" "Waived",
    Overdue = "overdue" "逾期" "Overdue",
    OnTime = "on-time" "按期" "On time",
    Nil = "nil" "本期无发生" "Nil return",
    Late = "late" "迟公开" "Late",
});

words!(/// What has to be done next for a promise.
    Act {
    Write = "write" "起草" "Write it",
    Review = "review" "保密审查" "Secrecy review",
    SuperiorReview = "superior-review" "上级复核" "Review by the superior office",
    Publish = "publish" "发布" "Publish it",
    Answer = "answer" "答复" "Answer it",
    ReportBack = "report-back" "反馈改正情况" "Report the correction back",
    Correct = "correct" "整改" "Put it right",
    Submit = "submit" "报送" "Report it upward",
    Confirm = "confirm" "确认" "Confirm it",
});

words!(/// What the cells of a table's column hold.
    ColumnType {
    Text = "text" "文字" "Text" ["文本"],
    Int = "int" "整数" "Whole number" ["integer"],
    Decimal = "decimal" "小数" "Decimal" ["金额", "数字"],
    Date = "date" "日期" "Date",
    Percent = "percent" "百分比" "Percentage" ["百分数", "%"],
});

words!(/// The language of a site's own words.
    SiteLanguage {
    Zh = "zh-CN" "中文" "Chinese" ["zh"],
    En = "en" "英文" "English" ["English"],
});

/// Every word of every vocabulary: the program's own words, which may stand on any page.
pub fn every_word() -> impl Iterator<Item = &'static str> {
    fn of<W: crate::text::Word>() -> impl Iterator<Item = &'static str> {
        W::ALL.iter().flat_map(|w| [w.token(), w.zh(), w.en()].into_iter().chain(w.aliases().iter().copied()))
    }
    of::<Audience>()
        .chain(of::<Category>())
        .chain(of::<Channel>())
        .chain(of::<Status>())
        .chain(of::<Every>())
        .chain(of::<On>())
        .chain(of::<Level>())
        .chain(of::<BasisKind>())
        .chain(of::<ComplaintKind>())
        .chain(of::<Role>())
        .chain(of::<StageKind>())
        .chain(of::<ChangeKind>())
        .chain(of::<MediaKind>())
        .chain(of::<Validity>())
        .chain(of::<RevisionKind>())
        .chain(of::<CalendarStatus>())
        .chain(of::<FeedbackKind>())
        .chain(of::<Outcome>())
        .chain(of::<Responsibility>())
        .chain(of::<BriefKind>())
        .chain(of::<Surveyed>())
        .chain(of::<State>())
        .chain(of::<Act>())
        .chain(of::<ColumnType>())
        .chain(of::<SiteLanguage>())
}
