//! Files that must stand at a site's root: `content/static/public/` and `content/static/internal/`.

use crate::support::World;

const GOOD: [(&str, &[u8]); 12] = [
    ("robots.txt", b"User-agent: *\nAllow: /\n"),
    ("favicon.ico", b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0rest"),
    ("baidu_verify_codeva-AbC12dEf.html", b"8f2a9b"),
    ("google1234567890abcdef.html", b"google-site-verification: google1234567890abcdef.html"),
    ("sogousiteverification.txt", b"abcDEF123"),
    ("shenma-site-verification.txt", b"8c1f_1700000000"),
    ("bytedanceverify.html", b"0q1w2e3r"),
    ("0123456789abcdef0123456789abcdef.txt", b"fedcba9876543210"),
    ("MP_verify_a1B2c3D4e5F6.txt", b"a1B2c3D4e5F6"),
    ("BingSiteAuth.xml", b"<?xml version=\"1.0\"?>\n<users>\n\t<user>0123456789ABCDEF</user>\n</users>\n"),
    (
        "yandex_0123456789abcdef.html",
        b"<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n</head>\n<body>Verification: 0123456789abcdef</body>\n</html>",
    ),
    ("apple-touch-icon.png", b"\x89PNG\r\n\x1a\nrest"),
];

#[test]
fn they_stand_at_the_root_of_their_site() {
    let world = World::new();
    for (name, bytes) in GOOD {
        world.write(&format!("content/static/public/{name}"), bytes);
    }
    world.write("content/static/internal/robots.txt", "User-agent: *\nDisallow: /\n");
    world.run(&["check", "--strict"]).expect(0, "");
    world.run(&["build"]).expect(0, "internal: ");
    let (public, internal) = (world.tree("public"), world.tree("internal"));
    let manifest = String::from_utf8(public["manifest.sha256"].clone()).unwrap();
    for (name, bytes) in GOOD {
        assert_eq!(public[name], bytes, "{name}");
        assert!(manifest.contains(&format!("  {name}\n")), "{name}");
        assert!(name == "robots.txt" || !internal.contains_key(name), "{name}");
    }
    assert_eq!(internal["robots.txt"], b"User-agent: *\nDisallow: /\n");
    world.run(&["build"]).expect(0, "public: ").expect(0, "nothing touched");
    std::fs::remove_file(world.at("content/static/public/robots.txt")).unwrap();
    world.run(&["build"]).expect(0, "public: ");
    assert!(!world.tree("public").contains_key("robots.txt"));
    assert!(!world.at("output/.mingjing/foreign").exists(), "our own files are deleted, not kept");
}

#[test]
fn other_names_and_types_are_refused() {
    let bad: [(&str, &[u8]); 22] = [
        ("notice.html", b"8f2a9b"),
        ("index.html", b"8f2a9b"),
        (".htaccess", b"Options +ExecCGI"),
        ("web.config", b"<configuration/>"),
        ("baidu_verify_x.php", b"<?php phpinfo();"),
        ("verify.php.txt", b"abc"),
        ("verify.js", b"alert(1)"),
        ("verify.svg", b"<svg/>"),
        ("feed.xml", b"<feed/>"),
        ("manifest.sha256", b""),
        ("sub/robots.txt", b"User-agent: *\n"),
        ("verify space.txt", b"abc"),
        ("google1234567890abcdef.html", b"<script>alert(1)</script>"),
        ("baidu_verify_a.html", b"<b onclick=alert(1)>x</b>"),
        (
            "baidu_verify_b.html",
            b"<html><head><meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\"></head></html>",
        ),
        ("baidu_verify_c.html", b"<a href=\"javascript:alert(1)\">x</a>"),
        ("baidu_verify_d.html", &[b'x'; 5000]),
        ("BingSiteAuth.xml", b"<?xml version=\"1.0\"?><?xml-stylesheet href=\"x.xsl\"?><users/>"),
        ("BingSiteAuth.xml", b"<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></html>"),
        (
            "BingSiteAuth.xml",
            b"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><users><user>&e;</user></users>",
        ),
        ("favicon.ico", b"<html><script>alert(1)</script></html>"),
        ("robots.txt", b"<html><script>alert(1)</script></html>"),
    ];
    for (name, bytes) in bad {
        let world = World::new();
        world.write(&format!("content/static/public/{name}"), bytes);
        let run = world.run(&["check"]);
        assert_eq!(run.code, Some(1), "{name}: {}", String::from_utf8_lossy(bytes));
        run.expect(1, "[L010]").expect(1, name);
        world.run(&["build"]).expect(1, "[L010]");
        world.run(&["build", "--audience", "public"]).expect(1, "[L010]");
        let inside = World::new();
        inside.write(&format!("content/static/internal/{name}"), bytes);
        inside.run(&["build"]).expect(1, "[L010]");
        inside.run(&["build", "--audience", "public", "--show-internal"]).expect(0, "[L010]").expect(0, "public: ");
    }
    for stray in ["content/static/robots.txt", "content/static/both/robots.txt"] {
        let world = World::new();
        world.write(stray, "User-agent: *\n");
        world.run(&["check"]).expect(1, "[L010]").expect(1, stray);
    }
}

#[test]
fn the_barrier_reads_them() {
    let world = World::new();
    world.write("content/static/public/robots.txt", "User-agent: *\nDisallow: /内录备注金丝雀壬四/\n");
    world.run(&["check"]).expect(1, "[B001]").expect(1, "robots.txt");
    world.run(&["build"]).expect(1, "[B104]").expect(1, "robots.txt");
    assert!(world.tree("public").is_empty());
}

#[test]
fn they_excuse_nothing_and_their_own_words_are_no_secret() {
    let world = World::new();
    world
        .write("content/static/public/robots.txt", "User-agent: *\nDisallow: /assets/\n# 本站公开明州市示例局的职权\n");
    world.write("content/static/internal/robots.txt", "User-agent: *\n# 本站公开明州市示例局的职权\n");
    world.run(&["build"]).expect(0, "public: ");
}

#[test]
fn an_address_that_is_taken_is_told() {
    let world = World::new();
    let map = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://slj.example.gov.cn/</loc></url></urlset>\n";
    world.write("content/static/public/sitemap.xml", map);
    world.run(&["check"]).expect(1, "[L001]").expect(1, "sitemap.xml");
    world.run(&["build"]).expect(1, "[L001]");
    world.edit("content/site.toml", "base_url = \"https://slj.example.gov.cn/\"\n", "");
    world.run(&["build"]).expect(0, "public: ");
    assert_eq!(world.tree("public")["sitemap.xml"], map);
}
