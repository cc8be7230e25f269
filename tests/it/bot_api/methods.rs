//! The table of methods: the name in the URL, and who does the work.

#![expect(clippy::unnecessary_wraps, reason = "all methods have the shape of the table")]

mod callback;
mod delete;
mod edit;
mod file;
mod lookup;
mod pin;
mod profile;
mod send;
mod webhook;

use super::{answer::Answer, params::Params, state::State};

pub(super) use profile::Profile;

/// A method that is done at once, under the lock.
pub(super) type Method = fn(&mut State, &Params) -> Answer;

/// The method of that name, in any spelling of upper and lower case. `getUpdates` is not among
/// them: it waits.
pub(super) fn find(name: &str) -> Option<Method> {
    Some(match name.to_ascii_lowercase().as_str() {
        "getme" => lookup::get_me,
        "sendmessage" => send::message,
        "sendcontact" => send::contact,
        "senddocument" => send::document,
        "sendphoto" => send::photo,
        "editmessagetext" => edit::text,
        "editmessagereplymarkup" => edit::reply_markup,
        "deletemessage" => delete::message,
        "answercallbackquery" => callback::answer,
        "pinchatmessage" => pin::pin,
        "unpinchatmessage" => pin::unpin,
        "unpinallchatmessages" => pin::unpin_all,
        "sendchataction" => lookup::send_chat_action,
        "getchat" => lookup::get_chat,
        "getchatmember" => lookup::get_chat_member,
        "leavechat" => lookup::leave_chat,
        "getfile" => file::get_file,
        "setmycommands" => profile::set_my_commands,
        "getmycommands" => profile::get_my_commands,
        "deletemycommands" => profile::delete_my_commands,
        "setmyname" => profile::set_my_name,
        "getmyname" => profile::get_my_name,
        "setmydescription" => profile::set_my_description,
        "getmydescription" => profile::get_my_description,
        "setmyshortdescription" => profile::set_my_short_description,
        "getmyshortdescription" => profile::get_my_short_description,
        "setwebhook" => webhook::set,
        "deletewebhook" => webhook::delete,
        "getwebhookinfo" => webhook::info,
        _ => return None,
    })
}
