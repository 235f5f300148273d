import { type AskedForm, askedPages } from "../asked-pages.ts";
import {
  type FoundWays,
  type Route,
  routeOf,
  samplePerson,
  type Way,
} from "./routes.ts";

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

type Form = { definition: AskedForm; found: FoundWays };
type Checked = Parameters<typeof routeOf>[1];

/** What a change of a form means for the ways through it, each told by somebody who takes it. */
export function compareRoutes(
  forms: { before: Form; after: Form },
  today: string,
): RouteChanges {
  const [before, after] = [checked(forms.before), checked(forms.after)];
  if (!before || !after) return { kind: "not-checked" };
  const everybody = {
    added: onlyForAll(after, before),
    removed: onlyForAll(before, after),
  };
  const { added: alsoForAll, removed: goneForAll } = everybody;
  const signs = signsOf([before, after], [...alsoForAll, ...goneForAll]);
  const old = waysByName(before, signs);
  const now = waysByName(after, signs);
  const added = [...now].flatMap(([name, way]) => (old.has(name) ? [] : way));
  const gone = [...old].flatMap(([name, way]) => (now.has(name) ? [] : way));
  const told: RouteChange[] = [
    ...firstRoutes(added, after, today).map((route) => ({
      ...{ kind: "new" as const, because: route.because },
      before: pagesOf(before, { person: route, of: after, today }),
      after: route.pageIds,
    })),
    ...firstRoutes(gone, before, today).map((route) => ({
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

function checked({ definition, found }: Form): Checked | undefined {
  return found.kind === "checked" ? { definition, found } : undefined;
}

function firstRoutes(ways: Way[], of: Checked, today: string): Route[] {
  return ways.slice(0, mostTold).map((way) => routeOf(way, of, today));
}

/**
 * Names the ways of a form by the pages that are asked on them, a character for
 * each: the same pages in the same order have the same name, also in another form.
 *
 * @param signs a character for each page; none for those that are told of by themselves
 */
function waysByName(
  { definition, found }: Checked,
  signs: ReadonlyMap<string, string>,
): Map<string, Way> {
  const parts = definition.pages.map((page) => ({
    sign: signs.get(page.id) ?? "",
    at: found.open.indexOf(page),
  }));
  // What everybody is asked in between is one piece.
  const pieces = parts.reduce<typeof parts>((all, part) => {
    const last = all.at(-1);
    if (part.at < 0 && last && last.at < 0) last.sign += part.sign;
    else all.push({ ...part });
    return all;
  }, []);
  const nameOf = ({ asked }: Way) => {
    let name = "";
    for (const { sign, at } of pieces)
      if (at < 0 || asked[at] === "1") name += sign;
    return name;
  };
  return new Map(found.ways.map((way) => [nameOf(way), way]));
}

function signsOf(forms: Checked[], left: string[]): Map<string, string> {
  const ids = forms.flatMap(({ definition: { pages } }) =>
    pages.map(({ id }) => id),
  );
  const signs = [...new Set(ids)].map(
    (id, at) => [id, String.fromCharCode(at + 1)] as const,
  );
  return new Map(signs.filter(([id]) => !left.includes(id)));
}

/** What a form asks the made-up person of a way, be it one of its own or of another. */
function pagesOf(
  { definition }: Pick<Form, "definition">,
  {
    person,
    of,
    today,
  }: { person: Route; of: Pick<Form, "definition">; today: string },
): string[] {
  const answers = samplePerson(of.definition, person.nth, today);
  return askedPages(definition, answers)
    .filter(({ itemOf }) => !itemOf)
    .map(({ id }) => id);
}

/** Pages of one form that all of its people are asked and that the other does not have. */
function onlyForAll(one: Checked, other: Checked): string[] {
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
