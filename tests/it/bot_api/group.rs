//! A group, or the supergroup that it became.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    Shared,
    chat::{Chat, Kind, Standing, Stored},
    person::{Person, worded},
    phone::{self, Shown},
    state::{Author, State, member_card},
    tap,
};

/// One group with the bot in it. A clone is the same group.
#[derive(Clone)]
pub struct Group {
    pub(super) shared: Arc<Shared>,
    pub(super) id: i64,
}

impl Group {
    /// Makes a group in which the first of `people` added the bot, and tells the bot of it.
    pub(super) fn found(shared: &Arc<Shared>, title: &str, people: &[&Person]) -> Self {
        let mut state = shared.state();
        let id = -(4_500_000_000 + i64::try_from(state.fresh()).unwrap_or_default());
        let mut chat = Chat::new(id, Kind::Group, json!({ "title": title }), Standing::Left);
        chat.members.extend(people.iter().map(|person| person.id));
        chat.admins.extend(people.first().map(|person| person.id));
        state.chats.insert(id, chat);
        let founder = people.first().map_or(0, |person| person.id);
        state.change_standing(id, founder, Standing::Member);
        state.post_service(id, Author::Person(founder), "group_chat_created", json!(true));
        drop(state);
        Self { shared: Arc::clone(shared), id }
    }

    /// The chat id; another one after [`Group::migrate`].
    pub fn id(&self) -> i64 {
        self.id
    }

    fn with_chat<T>(&self, act: impl FnOnce(&mut Chat) -> T) -> T {
        let mut state = self.shared.state();
        act(state.chats.get_mut(&self.id).expect("a group keeps its chat"))
    }

    fn post(&self, author: Author, words: &str, reply_to: Option<i64>) -> i64 {
        let mut state = self.shared.state();
        let mut body = worded(&state, words);
        let chat = state.chats.get(&self.id);
        let replied = reply_to.and_then(|id| chat?.messages.get(&id)).map(Stored::json);
        body.extend(replied.map(|replied| ("reply_to_message".to_owned(), replied)));
        state.post(self.id, author, Stored { body, ..Stored::default() })
    }

    /// A member types something. In privacy mode the bot hears it only if it is a command for it.
    pub fn says(&self, person: &Person, words: &str) -> i64 {
        self.post(Author::Person(person.id), words, None)
    }

    /// An administrator types something without a name.
    pub fn says_anonymously(&self, words: &str) -> i64 {
        self.post(Author::Anonymous, words, None)
    }

    /// A member answers a message.
    pub fn replies(&self, person: &Person, message_id: i64, words: &str) -> i64 {
        self.post(Author::Person(person.id), words, Some(message_id))
    }

    /// Opens a topic in a supergroup, which is a forum from then on; gives the id of the topic.
    ///
    /// # Panics
    /// When it is no supergroup.
    pub fn opens_topic(&self, name: &str) -> i64 {
        let founder = Author::Person(self.founder());
        let mut state = self.shared.state();
        let chat = state.chats.get_mut(&self.id).expect("a group keeps its chat");
        assert_eq!(chat.kind, Kind::Supergroup, "only a supergroup has topics");
        chat.card["is_forum"] = json!(true);
        state.open_topic(self.id, founder, name)
    }

    /// Closes a topic: only administrators write in it from then on.
    pub fn closes_topic(&self, topic: i64) {
        self.with_chat(|chat| chat.topics.insert(topic, true));
    }

    /// A member types something in a topic.
    pub fn says_in(&self, topic: i64, person: &Person, words: &str) -> i64 {
        let mut state = self.shared.state();
        let mut body = worded(&state, words);
        body.extend(state.in_topic(self.id, topic));
        state.post(self.id, Author::Person(person.id), Stored { body, ..Stored::default() })
    }

    /// A member sends any `Message` fields.
    ///
    /// # Panics
    /// When `fields` is no object.
    pub fn sends_raw(&self, person: &Person, fields: Value) -> i64 {
        let Value::Object(body) = fields else { panic!("fields of a Message are a JSON object") };
        let message = Stored { body, ..Stored::default() };
        self.shared.state().post(self.id, Author::Person(person.id), message)
    }

    /// A member taps the button `label` under the newest message that has one.
    pub fn taps(&self, person: &Person, label: &str) -> Result<String, String> {
        tap::newest(&mut self.shared.state(), self.id, person.id, label)
    }

    /// A member taps a button that message `message_id` has or once had.
    pub fn taps_old(&self, person: &Person, message_id: i64, label: &str) -> Result<String, String> {
        tap::old(&mut self.shared.state(), self.id, person.id, message_id, label)
    }

    /// Somebody joins.
    pub fn gains(&self, person: &Person) {
        let mut state = self.shared.state();
        self.change_member(&mut state, person, "left", "member");
        let card = state.user_card(person.id);
        state.post_service(self.id, Author::Person(person.id), "new_chat_members", json!([card]));
    }

    /// Somebody leaves.
    pub fn loses(&self, person: &Person) {
        let mut state = self.shared.state();
        self.change_member(&mut state, person, "member", "left");
        let card = state.user_card(person.id).unwrap_or_default();
        state.post_service(self.id, Author::Person(person.id), "left_chat_member", card);
    }

    fn change_member(&self, state: &mut State, person: &Person, old: &str, new: &str) {
        let now = state.now();
        let user = state.user_card(person.id).unwrap_or_default();
        let Some(chat) = state.chats.get_mut(&self.id) else { return };
        if new == "left" {
            chat.members.remove(&person.id);
        } else {
            chat.members.insert(person.id);
        }
        let is_admin = chat.standing == Standing::Admin;
        let change = json!({
            "chat": chat.card, "from": user, "date": now.timestamp(),
            "old_chat_member": member_card(&user, old), "new_chat_member": member_card(&user, new),
        });
        if is_admin {
            state.updates.push("chat_member", &change, now);
        }
    }

    fn founder(&self) -> i64 {
        self.with_chat(|chat| chat.admins.first().copied().unwrap_or_default())
    }

    /// Throws the bot out.
    pub fn kicks_bot(&self) {
        let founder = self.founder();
        let mut state = self.shared.state();
        state.post_service(self.id, Author::Person(founder), "left_chat_member", State::bot_card());
        state.change_standing(self.id, founder, Standing::Kicked);
    }

    /// Takes the bot (back) in, as a plain member.
    pub fn readmits_bot(&self) {
        let founder = self.founder();
        let mut state = self.shared.state();
        state.change_standing(self.id, founder, Standing::Member);
        let bot = json!([State::bot_card()]);
        state.post_service(self.id, Author::Person(founder), "new_chat_members", bot);
    }

    /// Makes the bot an administrator: it may pin, delete, and hears everything.
    pub fn promotes_bot(&self) {
        let founder = self.founder();
        self.shared.state().change_standing(self.id, founder, Standing::Admin);
    }

    /// Turns the group into a supergroup: the old id answers with `migrate_to_chat_id` from now on, and
    /// both service messages are queued. Gives the supergroup.
    #[must_use]
    pub fn migrate(&self) -> Self {
        let founder = Author::Person(self.founder());
        let mut state = self.shared.state();
        let new_id = -(1_002_200_000_000 + i64::try_from(state.fresh()).unwrap_or_default());
        if let Some(old) = state.chats.get(&self.id) {
            let card = json!({ "title": old.card["title"] });
            let mut chat = Chat::new(new_id, Kind::Supergroup, card, old.standing);
            chat.members.clone_from(&old.members);
            chat.admins.clone_from(&old.admins);
            state.chats.insert(new_id, chat);
        }
        state.post_service(self.id, founder, "migrate_to_chat_id", json!(new_id));
        if let Some(old) = state.chats.get_mut(&self.id) {
            old.standing = Standing::MovedTo(new_id);
        }
        state.post_service(new_id, founder, "migrate_from_chat_id", json!(self.id));
        drop(state);
        Self { shared: Arc::clone(&self.shared), id: new_id }
    }

    /// What the phones of the members show now, in order.
    pub fn chat(&self) -> Vec<Shown> {
        phone::read(&self.shared.state(), self.id)
    }

    /// A mark for [`Group::heard_after`].
    pub fn mark(&self) -> u64 {
        self.with_chat(|chat| chat.revision)
    }

    /// Waits until the bot has done something after `mark` and the chat is as `wanted`; gives the chat.
    ///
    /// # Panics
    /// When that takes too long; the message is the chat as printed.
    pub async fn heard_after(&self, mark: u64, wanted: impl Fn(&[Shown]) -> bool) -> Vec<Shown> {
        self.shared.heard_in(self.id, Some(mark), wanted).await
    }

    /// Waits until the chat is as `wanted`; gives the chat.
    ///
    /// # Panics
    /// When that takes too long; the message is the chat as printed.
    pub async fn hears(&self, wanted: impl Fn(&[Shown]) -> bool) -> Vec<Shown> {
        self.shared.heard_in(self.id, None, wanted).await
    }
}
