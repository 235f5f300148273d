import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { saveView } from "#app/domain/triage/views.server.ts";
import { type givenFour, now } from "./searches.ts";

type Given = Awaited<ReturnType<typeof givenFour>>;
export const plain = { sort: undefined, isShared: false, now };

export async function saveAs(
  { db, me }: Given,
  name: string,
  q: string,
  more: Partial<Parameters<typeof saveView>[1]> = {},
) {
  const saved = await saveView(db, { ...plain, actor: me, name, q, ...more });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.view;
}

/** Whatever there is to be said of the search. */
export async function lookFor(
  { db, me, references }: Given,
  q: string,
  viewer = me,
) {
  const filter = { ...wholeQueue, q, state: "all" as const };
  const page = await selectQueuePage(db, { filter, viewer, now });
  return page.rows.map(({ reference }) => references.indexOf(reference) + 1);
}

export async function problemsOf(given: Given, q: string, viewer = given.me) {
  const filter = { ...wholeQueue, q, state: "all" as const };
  const page = await selectQueuePage(given.db, { filter, viewer, now });
  return page.problems;
}
