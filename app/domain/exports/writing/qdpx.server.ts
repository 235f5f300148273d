import { selectStaffNames } from "../../accounts/accounts.server.ts";
import { selectCodes } from "../../tagging/codebook-out.server.ts";
import { guidFor } from "../../tagging/tag-guids.server.ts";
import { type Member, packMembers } from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import { attribute, element } from "./qde-elements.ts";
import { ProjectSources } from "./qde-sources.server.ts";

/** A REFI-QDA project: texts, tags, passages and who speaks, for programs of qualitative analysis. */
export function qdpxMembers(material: Material): Member[] {
  return [
    {
      name: "project.qdpx",
      isStored: true,
      pieces: () => packMembers(partsOf(material), { at: material.made }),
    },
  ];
}

/**
 * The texts come first: what the project says of each is written while it is at
 * hand, so that the two cannot tell of different moments.
 */
async function* partsOf(material: Material): AsyncGenerator<Member> {
  const { db, words } = material;
  const { codes, lines } = await selectCodes(db);
  const guids = new Map(codes.map(({ tagId, guid }) => [tagId, guid]));
  const labels = new Map(
    material.questions.map(({ questionId, label }) => [questionId, label]),
  );
  const sources = new ProjectSources({ guids, labels, inAFile: words.inAFile });
  for await (const part of material.parts())
    for (const response of part) {
      const { guid, text } = sources.add(response);
      yield { name: `sources/${guid}.txt`, pieces: () => once(text) };
    }
  const names = await selectStaffNames(db);
  yield {
    name: "project.qde",
    pieces: () => writeProject(material, { sources, names, lines }),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

type Parts = {
  sources: ProjectSources;
  names: Map<string, string>;
  lines: string[];
};

async function* writeProject(
  { title, asked, made }: Material,
  { sources, names, lines }: Parts,
): AsyncGenerator<string> {
  const asker = guidFor(`user ${asked.asked_by}`);
  const users = [...new Set([asked.asked_by, ...sources.taggers])];
  const attributes = [
    attribute("name", title),
    attribute("origin", "Heard"),
    attribute("creatingUserGUID", asker),
    attribute("creationDateTime", made.toISOString()),
  ];
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"${attributes.join("")}>\n`;
  yield element(
    "Users",
    [],
    users.map((staffId) =>
      element("User", [
        attribute("guid", guidFor(`user ${staffId}`)),
        attribute("name", names.get(staffId) ?? ""),
      ]),
    ),
  );
  yield `${lines.join("\n")}\n`;
  if (sources.cases.length > 0) {
    yield sources.variables();
    yield "<Cases>\n";
    yield* sources.cases;
    yield "</Cases>\n<Sources>\n";
    yield* sources.sources;
    yield "</Sources>\n";
  }
  const notes = sources.notes;
  if (notes.length > 0) yield element("Notes", [], notes);
  yield "</Project>\n";
}
