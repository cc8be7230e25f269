//! Members, and the chats in which people are found; on every store.

use super::*;

pub async fn members_come_change_and_go(store: &impl Store) {
    let name = fresh("c");
    let company = CompanyId(Uuid::new_v4_like());
    let turn = |version: u64, changes: Vec<Change>| Commit {
        conversation: Some(conversation(1, Some(company))),
        conversation_version: version,
        company: Some((company, version)),
        changes,
        ..commit(&name, &fresh("e"))
    };
    let (anna, bram) =
        (member(1, Role::Owner, Standing::Confirmed), member(2, Role::Reader, Standing::Accepted));
    let both = [anna.clone(), bram.clone()].map(Change::SaveMember);
    store.commit(turn(0, [Change::StartCompany(company)].into_iter().chain(both).collect())).await.unwrap();
    let confirmed = Member { standing: Standing::Confirmed, ..bram.clone() };
    store.commit(turn(1, vec![Change::SaveMember(confirmed.clone())])).await.unwrap();
    let members = async || store.load(&key(&name)).await.unwrap().company.unwrap().members;
    assert_eq!(*members().await, [anna.clone(), confirmed]);
    store.commit(turn(2, vec![Change::RemoveMember(bram.person)])).await.unwrap();
    assert_eq!(*members().await, [anna]);
}

pub async fn a_person_is_found_in_their_chats(store: &impl Store) {
    let (one, two) = (fresh("c"), fresh("c"));
    let person = Uuid::new_v4_like().as_u128();
    for name in [&one, &two] {
        let turn = Commit {
            conversation: Some(conversation(person, None)),
            lists: true,
            ..commit(name, &fresh("e"))
        };
        store.commit(turn).await.unwrap();
    }
    let unlisted =
        Commit { conversation: Some(conversation(person, None)), ..commit(&fresh("c"), &fresh("e")) };
    store.commit(unlisted).await.unwrap();
    let person = PersonId(Uuid::from_u128(person));
    let chats = async || {
        let mut chats = store.chats(vec![person]).await.unwrap();
        chats.sort_by(|a, b| a.conversation.cmp(&b.conversation));
        chats
    };
    let chat = |name: &str| Chat { person, conversation: key(name), language: Language::Nl };
    let mut both = [chat(&one), chat(&two)];
    both.sort_by(|a, b| a.conversation.cmp(&b.conversation));
    assert_eq!(chats().await, both);
    let on = async |channel| {
        let mut chats = store.chats_on(channel).await.unwrap();
        chats.retain(|chat| chat.person == person);
        chats.len()
    };
    assert_eq!((on(ChannelKind::Telegram).await, on(ChannelKind::Matrix).await), (2, 0));
    let forget = Commit { conversation: None, conversation_version: 1, ..commit(&one, &fresh("e")) };
    store.commit(forget).await.unwrap();
    assert_eq!(chats().await, [chat(&two)]);
}
