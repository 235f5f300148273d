import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type {
  RouteChange,
  RouteChanges,
} from "#app/domain/calls/routes/route-changes.ts";
import { type EditorNames, namesIn } from "./call-editor-names.ts";
import { describeRoute } from "./call-routes.ts";

type Forms = { before: CallDefinition; after: CallDefinition };

const notCompared = {
  "being-found":
    "Who would be asked what is being worked out, which takes a moment. Look again to see it, and to go on.",
  "not-checked":
    "Who would be asked what was not checked: there are too many ways to answer what the rules look at.",
};

/** The ways gained and lost, each by somebody who takes it, with what they were asked and would be. */
export function describeRouteChanges(
  changes: RouteChanges | { kind: "being-found" },
  forms: Forms,
) {
  if (changes.kind !== "compared")
    return { everybody: [], changes: [], rest: notCompared[changes.kind] };
  const names = {
    before: namesOf(forms.before),
    after: namesOf(forms.after),
  };
  const { everybody, more } = changes;
  const told = changes.changes.map((change) =>
    describeChange(change, { names, forms }),
  );
  const isSame =
    told.length + everybody.added.length + everybody.removed.length === 0;
  return {
    everybody: [
      ...everybody.added.map(
        (id) => `Everybody is also asked ${names.after.page(id)}.`,
      ),
      ...everybody.removed.map(
        (id) => `Nobody is asked ${names.before.page(id)} any more.`,
      ),
    ],
    changes: told,
    rest: isSame
      ? "Everybody is asked the same pages as before."
      : more > 0
        ? `And ${more.toLocaleString("en-GB")} more ways.`
        : undefined,
  };
}

function namesOf(definition: CallDefinition): EditorNames {
  return namesIn(toWorkingCopy(0, definition));
}

type Both<Of> = { before: Of; after: Of };

function describeChange(
  { kind, because, before, after }: RouteChange,
  { names, forms }: { names: Both<EditorNames>; forms: Forms },
) {
  const side = kind === "new" ? "after" : "before";
  const person = { nth: 0, because };
  const tell = (pageIds: string[]) =>
    describeRoute({ ...person, pageIds }, forms[side], names[side]);
  const [was, is] = [new Set(before), new Set(after)];
  return {
    key: `${kind} ${before.join(" ")} ${after.join(" ")}`,
    mark: kind === "new" ? "New way" : "No longer",
    who: tell([]).who,
    because: tell([]).because,
    lines: [
      ...linesOf("Also asked", after, was, names.after),
      ...linesOf("No longer asked", before, is, names.before),
    ],
    before: numbersOf(before, forms.before, names.before),
    after: numbersOf(after, forms.after, names.after),
  };
}

function linesOf(
  what: string,
  pageIds: string[],
  others: ReadonlySet<string>,
  names: EditorNames,
): string[] {
  const own = pageIds.filter((id) => !others.has(id));
  return own.length === 0 ? [] : [`${what}: ${own.map(names.page).join(", ")}`];
}

function numbersOf(
  pageIds: string[],
  definition: CallDefinition,
  names: EditorNames,
): string {
  return describeRoute({ nth: 0, because: [], pageIds }, definition, names)
    .pages;
}
