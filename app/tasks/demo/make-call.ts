import { replaceWithFile } from "#app/domain/calls/authoring/file-edits.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import {
  type Editing,
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import {
  type Edit,
  editWorkingCopy,
} from "#app/domain/calls/authoring/working-copy.server.ts";
import {
  offerLanguage,
  translateTexts,
} from "#app/domain/calls/authoring/translation/translate.ts";
import {
  findTranslatedPart,
  nameOfPart,
  seenOfPart,
  textsToTranslate,
  translatedParts,
} from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { type Call, findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { beginCall } from "#app/domain/calls/new-calls.server.ts";
import { startingPointDefinition } from "#app/screens/review/starting-points/starting-points.ts";
import type { DemoCall } from "./demo-calls.ts";
import type { Demo } from "./steps.ts";

/**
 * Makes a call as a lead does on the screens: from a starting point, with the
 * demo's words and questions brought in over it, and translated.
 */
export async function makeDemoCall(
  {
    db,
    staff,
  }: Pick<Demo, "db"> & {
    staff: { admin: Pick<Demo["staff"]["admin"], "staffId"> };
  },
  call: Pick<DemoCall, "slug" | "definition" | "inWelsh">,
  now: Date,
): Promise<Call> {
  const { slug, definition, inWelsh } = call;
  const { staffId } = staff.admin;
  const begun = await beginCall(db, {
    ...{ slug, now, actor: { kind: "staff", staffId } },
    definition: startingPointDefinition(slug),
  });
  if (!begun.ok) throw new Error(`${slug} is not begun: ${begun.reason}`);
  const { id: callId } = await findMade(db, slug);
  const editing = { callId, staffId, now };
  let copy = await edit(db, editing, (before) =>
    replaceWithFile(before, { definition, seen: seenOf(before, before) }),
  );
  if (inWelsh) copy = await translate(db, editing, { copy, inWelsh });
  const { rowVersion } = copy;
  const published = await publishWorkingCopy(db, { ...editing, rowVersion });
  if (!published.ok)
    throw new Error(`${slug} is not published: ${published.reason}`);
  return findMade(db, slug);
}

async function findMade(db: Demo["db"], slug: string): Promise<Call> {
  const call = await findCallBySlug(db, slug);
  if (!call) throw new Error(`The demo made no call at ${slug}`);
  return call;
}

/** One change of a working copy, which the demo makes only where it can be made. */
export async function edit(
  db: Demo["db"],
  editing: Editing,
  change: (before: WorkingCopy) => Edit<string>,
): Promise<WorkingCopy> {
  const edited = await editWorkingCopy(db, editing, change);
  if (!edited.ok) throw new Error(`The demo's change: ${edited.reason}`);
  return edited.copy;
}

const language = "cy";

/** Part by part, and then offered to the public. */
async function translate(
  db: Demo["db"],
  editing: Editing,
  of: { copy: WorkingCopy; inWelsh: Readonly<Record<string, string>> },
): Promise<WorkingCopy> {
  for (const part of translatedParts(of.copy).map(nameOfPart))
    await edit(db, editing, (before) => {
      const found = findTranslatedPart(before, part);
      if (!found) return { refused: `no ${part}` };
      const texts = textsToTranslate(found, language).map(({ id, words }) => ({
        ...{ id, text: of.inWelsh[words.en] ?? "", fits: false },
      }));
      const seen = seenOfPart(before, found);
      return translateTexts(before, { seen, part, language, texts });
    });
  return edit(db, editing, (before) =>
    offerLanguage(before, {
      ...{ seen: seenOf(before, before.about), language },
      ...{ isOffered: true, isWhole: false },
    }),
  );
}
