import { toNameKey } from "../text/name-keys.ts";
import type { Db, Trx } from "#app/db/schema.ts";
import { may } from "../accounts/permissions.ts";
import { recordEvent } from "../audit/audit.server.ts";
import type { QueueSort } from "./queue-conditions.ts";
import type { TriageActor } from "./triage.ts";
import {
  countViewsOf,
  deleteViewRow,
  insertView,
  selectViewRows,
  updateView,
} from "./views.queries.server.ts";
import {
  findCircle,
  findNamedView,
  type ListedView,
  maxViewsOfOne,
  type SavedView,
  viewNamesIn,
} from "./views.ts";

export type ViewWords = {
  name: string;
  q: string;
  sort: QueueSort | undefined;
  isShared: boolean;
};

type Doing = { actor: TriageActor; now: Date };

export type ViewRefusal =
  | { reason: "name-taken" | "shared-name-taken" | "too-many" }
  /** From its own name back to itself. */
  | { reason: "circle"; names: string[] }
  /** What is shared says the same to everybody, so it stands on what is shared. */
  | { reason: "names-private"; name: string };

type Saved = { ok: true; view: SavedView };

/** The views that somebody may use, by name: their own, and those that are shared. */
export async function selectViews(
  db: Db,
  { staffId }: Pick<TriageActor, "staffId">,
): Promise<ListedView[]> {
  return selectViewRows(db, staffId);
}

/** Whether somebody may rename, change, share and delete a view: its owner, and for a shared one an admin. */
export function mayChangeView(
  actor: TriageActor,
  view: Pick<SavedView, "ownerId" | "isShared">,
): boolean {
  const isOwn = view.ownerId === actor.staffId;
  return isOwn || (view.isShared && may(actor, "change-any-view"));
}

/** Keeps a search under a name. */
export async function saveView(
  db: Db,
  { actor, now, ...words }: ViewWords & Doing,
): Promise<Saved | ({ ok: false } & ViewRefusal)> {
  return db.transaction().execute(async (trx) => {
    const views = await selectViewRows(trx, actor.staffId);
    const owner = { ownerId: actor.staffId };
    const view = { ...toView(words, owner), viewId: 0, rowVersion: 1 };
    const refused = refusalOf(views, view);
    if (refused) return { ok: false, ...refused };
    if ((await countViewsOf(trx, actor.staffId)) >= maxViewsOfOne)
      return { ok: false, reason: "too-many" };
    const at = now.toISOString();
    const viewId = await insertView(trx, {
      ...toRow(view, at),
      ...{ owner_id: actor.staffId, saved_at: at },
    });
    await record(trx, "saved", { ...view, viewId }, { actor, now });
    return { ok: true, view: { ...view, viewId } };
  });
}

type Unchanged = { reason: "not-found" | "not-allowed" | "changed-meanwhile" };

/** Changes a view as it was seen; where somebody changed it meanwhile, nothing is done. */
export async function changeView(
  db: Db,
  change: ViewWords & Doing & { viewId: number; rowVersion: number },
): Promise<Saved | ({ ok: false } & (ViewRefusal | Unchanged))> {
  const { actor, now, viewId, rowVersion, ...words } = change;
  return db.transaction().execute(async (trx) => {
    const views = await selectViewRows(trx, actor.staffId);
    const before = views.find((view) => view.viewId === viewId);
    if (!before) return { ok: false, reason: "not-found" };
    if (!mayChangeView(actor, before))
      return { ok: false, reason: "not-allowed" };
    const view = { ...toView(words, before), viewId, rowVersion };
    const others = views.filter((one) => one !== before);
    const refused = refusalOf(others, view);
    if (refused) return { ok: false, ...refused };
    if (!(await updateView(trx, view, toRow(view, now.toISOString()))))
      return { ok: false, reason: "changed-meanwhile" };
    await record(trx, "changed", view, { actor, now });
    return { ok: true, view: { ...view, rowVersion: rowVersion + 1 } };
  });
}

/** Deletes a view: the search is gone, not what it found. */
export async function deleteView(
  db: Db,
  { actor, now, viewId }: Doing & { viewId: number },
): Promise<Saved | { ok: false; reason: "not-found" | "not-allowed" }> {
  return db.transaction().execute(async (trx) => {
    const views = await selectViewRows(trx, actor.staffId);
    const view = views.find((one) => one.viewId === viewId);
    if (!view) return { ok: false, reason: "not-found" };
    if (!mayChangeView(actor, view))
      return { ok: false, reason: "not-allowed" };
    await deleteViewRow(trx, viewId);
    await record(trx, "deleted", view, { actor, now });
    return { ok: true, view };
  });
}

function toView(words: ViewWords, { ownerId }: Pick<SavedView, "ownerId">) {
  return { ...words, nameKey: toNameKey(words.name), ownerId };
}

function toRow(view: SavedView, at: string) {
  const { name, nameKey, q, sort = null, isShared } = view;
  return {
    ...{ name, name_key: nameKey, q, sort, changed_at: at },
    is_shared: isShared ? (1 as const) : (0 as const),
  };
}

/** What stands against a view beside the others that its owner may use. */
function refusalOf(
  others: readonly SavedView[],
  view: SavedView,
): ViewRefusal | undefined {
  const { nameKey, ownerId, isShared } = view;
  const twins = others.filter((one) => one.nameKey === nameKey);
  if (twins.some((one) => one.ownerId === ownerId))
    return { reason: "name-taken" };
  if (isShared && twins.some((one) => one.isShared))
    return { reason: "shared-name-taken" };
  const names = findCircle([...others, view], view, ownerId);
  if (names) return { reason: "circle", names };
  return isShared ? privateIn(others, view) : undefined;
}

function privateIn(
  others: readonly SavedView[],
  view: SavedView,
): ViewRefusal | undefined {
  const asker = { me: view.ownerId, within: [] };
  const named = viewNamesIn(view.q)
    .filter(
      (typed) => !findNamedView(others, typed, { ...asker, within: [view] }),
    )
    .flatMap((typed) => findNamedView(others, typed, asker) ?? []);
  const [first] = named;
  return first && { reason: "names-private", name: first.name };
}

async function record(
  trx: Trx,
  what: "saved" | "changed" | "deleted",
  { viewId, isShared }: SavedView,
  { actor, now }: Doing,
): Promise<void> {
  await recordEvent(trx, {
    at: now,
    actor: { kind: "staff", staffId: actor.staffId },
    subject: { kind: "staff" },
    type: `view.${what}`,
    details: { viewId, isShared },
  });
}
