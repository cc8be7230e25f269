//! getFile.

use serde_json::json;

use super::super::{
    answer::{Answer, Refusal},
    params::Params,
    state::State,
};

const LARGEST_DOWNLOAD: usize = 20 << 20;

pub(super) fn get_file(state: &mut State, params: &Params) -> Answer {
    let Some(file_id) = params.text("file_id") else {
        return Err(Refusal::bad_request("file_id not specified"));
    };
    let file = state.files.get(file_id.as_ref()).ok_or_else(|| Refusal::bad_request("invalid file_id"))?;
    if file.bytes.len() > LARGEST_DOWNLOAD {
        return Err(Refusal::bad_request("file is too big"));
    }
    Ok(json!({
        "file_id": file_id, "file_unique_id": file.unique_id,
        "file_size": file.bytes.len(), "file_path": file.path,
    }))
}
