import { assigneeOfGroup } from "#app/domain/accounts/groups.ts";
import { bulkStates } from "#app/domain/bulk/bulk.ts";
import { type QueueFilter, stateFor } from "#app/domain/triage/queue-filter.ts";
import type { QueueChoices } from "#app/domain/triage/queue.ts";
import { searchOf } from "#app/domain/triage/view-search.ts";
import { bulkAddress } from "#app/queue-addresses.ts";
import { membersWords } from "./groups.ts";
import { deedChoices } from "./bulk.ts";
import { queueHref, queueParameters } from "./queue-links.ts";
import { describeState } from "./states.ts";

type Asked = {
  choices: QueueChoices;
  filter: QueueFilter;
  deed: string | null;
};

/** The page on which it is chosen what is done to a list: the deeds, or the form of the one that was chosen. */
export function describeBulkForm({ choices, filter, deed }: Asked) {
  const search = searchOf(filter, choices);
  const listHref = queueHref(filter);
  const chosen = deedChoices.find((one) => one.deed === deed);
  const link = (name: string) => {
    const parameters = queueParameters(filter);
    parameters.set("deed", name);
    return bulkAddress("new", parameters);
  };
  return {
    heading: chosen?.heading ?? "Do one thing to a whole list",
    listHref,
    listWords:
      filter.q === "" &&
      stateFor("") === filter.state &&
      search === "state:to-do"
        ? "To everything that there is to do."
        : `To everything that “${search}” finds.`,
    backHref: chosen ? bulkAddress("new", queueParameters(filter)) : listHref,
    backLabel: chosen ? "Choose something else" : "Back to the list",
    deeds: deedChoices.map(({ deed: name, label }) => ({
      label,
      href: link(name),
    })),
    form: chosen && { deed: chosen.deed, ...fieldsOf(chosen.deed, choices) },
  };
}

/** Groups first: they are few, and each stands for several. */
function assigneesIn({ groups, staff }: QueueChoices) {
  return [
    ...groups.map((group) => ({
      value: assigneeOfGroup(group.groupId),
      label: `${group.name} (group)`,
      hint: membersWords(group),
    })),
    ...staff.map(({ staffId, name }) => ({ value: staffId, label: name })),
  ];
}

function fieldsOf(
  deed: (typeof deedChoices)[number]["deed"],
  choices: QueueChoices,
) {
  const ofTags = deed === "add-tags" || deed === "remove-tags";
  return {
    tags: ofTags
      ? choices.tags
          .filter(({ isRetired }) => !isRetired || deed === "remove-tags")
          .map(({ tagId, name }) => ({ value: String(tagId), label: name }))
      : undefined,
    people: deed === "assign" ? assigneesIn(choices) : undefined,
    states:
      deed === "decide"
        ? bulkStates.map((state) => {
            const { label, meaning } = describeState(state);
            return { value: state, label, hint: meaning };
          })
        : undefined,
  };
}
