//! Codes: each works once and for a while, and wrong ones count; on every store.

use super::*;

pub async fn a_code_works_once_until_it_expires(store: &impl Store) {
    let made_by = PersonId(Uuid::new_v4_like());
    let code = |_| Code::long(*Uuid::new_v4_like().as_bytes());
    let codes: Vec<Code> = (0..3).map(code).collect();
    let issued = IssuedCode { made_by, purpose: Purpose::Link(None), expires_at: at(100), is_spent: false };
    let save = codes.iter().map(|code| Change::SaveCode(code.clone(), issued.clone())).collect();
    store.commit(Commit { changes: save, ..commit(&fresh("c"), &fresh("e")) }).await.unwrap();
    let known = store.code(&codes[0], &key("x"), at(99)).await.unwrap();
    assert_eq!(known.issued, Some(issued));
    assert!(known.open.contains(&made_by));
    let open = async |second| store.open_codes(made_by, at(second)).await.unwrap();
    assert_eq!((open(99).await, open(100).await), (3, 0));

    let link = |code: &Code, second: i64| Commit {
        changes: vec![Change::Link(code.clone(), made_by, None)],
        at: at(second),
        ..commit(&fresh("c"), &fresh("e"))
    };
    let tries = (0..50).map(|_| store.commit(link(&codes[0], 99)));
    let written = join_all(tries).await;
    assert_eq!(written.iter().filter(|one| one.is_ok()).count(), 1);
    assert!(written.iter().all(|one| matches!(one, Ok(()) | Err(StoreError::Conflict))), "{written:?}");
    assert!(store.code(&codes[0], &key("x"), at(99)).await.unwrap().issued.unwrap().is_spent);
    assert_eq!(open(99).await, 2);

    let late = store.commit(link(&codes[1], 100)).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    let cancel = Commit { changes: vec![Change::CancelCodes(made_by)], ..commit(&fresh("c"), &fresh("e")) };
    store.commit(cancel).await.unwrap();
    assert_eq!(open(99).await, 0);
    let cancelled = store.commit(link(&codes[2], 99)).await;
    assert!(matches!(cancelled, Err(StoreError::Conflict)), "{cancelled:?}");
    assert!(!store.code(&codes[2], &key("x"), at(99)).await.unwrap().open.contains(&made_by));
}

pub async fn who_loses_a_code_writes_nothing(store: &impl Store) {
    let (name, made_by) = (fresh("c"), PersonId(Uuid::new_v4_like()));
    let unknown = Code::long(*Uuid::new_v4_like().as_bytes());
    let turn = Commit {
        changes: vec![Change::Link(unknown, made_by, None)],
        outgoing: vec![outgoing(Uuid::new_v4_like().as_u128(), &name, LaneKind::Interactive)],
        ..commit(&name, &fresh("e"))
    };
    assert!(matches!(store.commit(turn).await, Err(StoreError::Conflict)));
    assert_eq!(store.load(&key(&name)).await.unwrap().conversation, None);
    let unsent = store.unsent(ChannelKind::Telegram).await.unwrap();
    assert!(unsent.iter().all(|message| message.conversation != key(&name)));
}

pub async fn wrong_codes_are_counted_for_an_hour(store: &impl Store) {
    let (mine, other, code) = (fresh("c"), fresh("c"), Code::short(1));
    // Far from the instants of other runs on the same database.
    let begin = i64::from(u32::from_le_bytes(*Uuid::new_v4_like().as_bytes().first_chunk().unwrap()));
    for (name, second) in [(&mine, 0), (&other, 1), (&mine, 2)] {
        let version = store.load(&key(name)).await.unwrap().conversation.map_or(0, |(_, version)| version);
        let turn = Commit {
            conversation_version: version,
            changes: vec![Change::NoteWrongCode],
            at: at(begin + second),
            ..commit(name, &fresh("e"))
        };
        store.commit(turn).await.unwrap();
    }
    let wrong = async |second: i64| {
        let now = at(begin + second);
        let mut wrong = store.code(&code, &key(&mine), now).await.unwrap().wrong;
        // Another run may have left some at later instants.
        wrong.retain(|wrong| wrong.at <= now);
        wrong
    };
    let of_mine: Vec<_> = wrong(10).await.iter().map(|wrong| wrong.same_sender).collect();
    assert_eq!(of_mine, [true, false, true]);
    assert_eq!(wrong(3_601).await.len(), 1);
}
