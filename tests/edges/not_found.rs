//! `404.html`: a server shows it at any depth.

use crate::support::World;

/// Everything that a page asks for or leads to.
fn addresses(page: &str) -> Vec<&str> {
    let found = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|address| !address.starts_with('#') && !address.contains("://")).collect()
}

#[test]
fn the_page_of_what_is_not_found_works_at_any_depth() {
    for (base, folder) in [
        (Some("https://slj.example.gov.cn/"), "/"),
        (Some("https://www.example.gov.cn:8443/zwgk/slj/"), "/zwgk/slj/"),
        (None, "/"),
    ] {
        let world = World::new();
        let line = base.map(|base| format!("base_url = \"{base}\"")).unwrap_or_default();
        world.edit("content/site.toml", "base_url = \"https://slj.example.gov.cn/\"", &line);
        world.run(&["build", "--no-sync"]).expect(0, "public: ");
        let tree = world.tree("public");
        let page = String::from_utf8(tree["404.html"].clone()).unwrap();
        let addresses = addresses(&page);
        assert!(addresses.len() > 10, "{page}");
        for address in addresses {
            let route = address.strip_prefix(folder).unwrap_or_else(|| panic!("{address} is not below {folder}"));
            assert!(tree.contains_key(route.split('#').next().unwrap()), "{address}: there is no {route}");
        }
        assert!(page.contains(&format!("href=\"{folder}assets/style.css\"")), "{page}");
        let home = String::from_utf8(tree["index.html"].clone()).unwrap();
        assert!(home.contains("href=\"assets/style.css\""), "other pages go with the folder");
    }
    // From a shared folder there is no server, and no host's top.
    let world = World::new();
    world.run(&["build", "--no-sync"]).expect(0, "internal: ");
    let inside = String::from_utf8(world.tree("internal")["404.html"].clone()).unwrap();
    assert!(inside.contains("href=\"assets/style.css\"") && !inside.contains("href=\"/"), "{inside}");
}
