//! Puts the people of a link into a team: each of them is new, is there already, or has new answers.

use super::{MOST, Member};

/// What came of the people of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// How many are new, and were added.
    pub n_new: usize,
    /// How many were there already, with the same answers.
    pub n_there: usize,
    /// The names of those who were there with other answers, which are replaced.
    pub replaced: Vec<String>,
    /// How many found no room.
    pub n_left_out: usize,
}

/// Adds the people of one link to a team, while there is room.
///
/// The link of a result has one unnamed person, who is always new: two people may give the same answers. In
/// the link of a team, an unnamed person matches a member with the same answers, and a named one the only
/// member of that name. No member matches two people of the link.
pub fn add(team: &mut Vec<Member>, people: Vec<Member>) -> Added {
    let mut result = Added::default();
    // The people that were there before, and are nobody of the link yet.
    let is_of_result = matches!(&*people, [one] if one.plain_name().is_empty());
    let mut open: Vec<usize> = if is_of_result { Vec::new() } else { (0..team.len()).collect() };
    for person in people {
        let name = person.plain_name();
        let is_same = |at: &usize| {
            let known = &team[*at];
            known.answers == person.answers && (name.is_empty() || known.plain_name() == name)
        };
        let same = open.iter().copied().find(is_same);
        let mut named = open.iter().copied().filter(|at| team[*at].plain_name() == name);
        let named = named.next().filter(|_| !name.is_empty() && named.next().is_none());
        open.retain(|at| Some(*at) != same.or(named));
        match (same, named) {
            (Some(_), _) => result.n_there += 1,
            (None, Some(at)) => {
                team[at].answers = person.answers;
                result.replaced.push(name);
            }
            _ if team.len() < MOST => {
                team.push(person);
                result.n_new += 1;
            }
            _ => result.n_left_out += 1,
        }
    }
    result
}
