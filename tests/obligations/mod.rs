//! Obligations: laws over random items, records and days, and an example of every state.

mod examples;
mod laws;
mod limits;
mod made;
mod open;
mod site;
mod worked;
