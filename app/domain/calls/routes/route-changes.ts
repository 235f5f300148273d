import { askedPages } from "../asked-pages.ts";
import type { CallDefinition } from "../definition.ts";
import { type FoundRoutes, type Route, samplePerson } from "./routes.ts";

/** Somebody whose way through a form is another than it was. */
export type RouteChange = {
  /** `new`: the way is one that there was not; `gone`: theirs is one that there is no more. */
  kind: "new" | "gone";
  because: Route["because"];
  /** The pages that they were asked, and those that they would be; in order. */
  before: string[];
  after: string[];
};

export type RouteChanges =
  | {
      kind: "compared";
      /** Pages that everybody would be asked and that were not there, or the other way round. */
      everybody: { added: string[]; removed: string[] };
      changes: RouteChange[];
      /** How many more people there are than are told. */
      more: number;
    }
  | { kind: "not-checked" };

/** More are not read by anybody who is about to approve. */
const mostTold = 20;

type Form = { definition: CallDefinition; found: FoundRoutes };

/** What a change of a form means for the ways through it, each told by somebody who takes it. */
export function compareRoutes(
  { before, after }: { before: Form; after: Form },
  today: string,
): RouteChanges {
  if (before.found.kind !== "checked" || after.found.kind !== "checked")
    return { kind: "not-checked" };
  const everybody = {
    added: onlyForAll(after, before),
    removed: onlyForAll(before, after),
  };
  const left = new Set([...everybody.added, ...everybody.removed]);
  const added = waysOnlyIn(after.found.routes, before.found.routes, left);
  const gone = waysOnlyIn(before.found.routes, after.found.routes, left);
  const told: RouteChange[] = [
    ...added.slice(0, mostTold).map((route) => ({
      ...{ kind: "new" as const, because: route.because },
      before: pagesOf(before, { person: route, of: after, today }),
      after: route.pageIds,
    })),
    ...gone.slice(0, mostTold).map((route) => ({
      ...{ kind: "gone" as const, because: route.because },
      before: route.pageIds,
      after: pagesOf(after, { person: route, of: before, today }),
    })),
  ];
  return {
    ...{ kind: "compared", everybody, changes: firstOfEach(told) },
    more:
      Math.max(0, added.length - mostTold) +
      Math.max(0, gone.length - mostTold),
  };
}

/** @param left pages that are told of by themselves. */
function waysOnlyIn(
  some: Route[],
  others: Route[],
  left: ReadonlySet<string>,
): Route[] {
  const wayOf = ({ pageIds }: Route) =>
    pageIds.filter((id) => !left.has(id)).join(" ");
  const known = new Set(others.map(wayOf));
  return some.filter((route) => !known.has(wayOf(route)));
}

/** What a form asks the made-up person of a way, be it one of its own or of another. */
function pagesOf(
  { definition }: Form,
  { person, of, today }: { person: Route; of: Form; today: string },
): string[] {
  const answers = samplePerson(of.definition, person.nth, today);
  return askedPages(definition, answers)
    .filter(({ itemOf }) => !itemOf)
    .map(({ id }) => id);
}

/** Pages of one form that all of its people are asked and that the other does not have. */
function onlyForAll(one: Form, other: Form): string[] {
  const known = new Set(other.definition.pages.map(({ id }) => id));
  return one.definition.pages
    .filter(({ id, showIf }) => showIf === undefined && !known.has(id))
    .map(({ id }) => id);
}

/** A way that is gone has often become one that is new: then they are one change. */
function firstOfEach(changes: RouteChange[]): RouteChange[] {
  const seen = new Set<string>();
  return changes.filter(({ before, after }) => {
    const both = `${before.join(" ")} > ${after.join(" ")}`;
    if (seen.has(both)) return false;
    seen.add(both);
    return true;
  });
}
