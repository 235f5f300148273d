import { codePointOffset } from "../../tagging/passages.ts";
import { guidFor } from "../../tagging/tag-guids.server.ts";
import type { ReleasedPassage } from "../release-passages.ts";
import type { Released } from "../release.server.ts";
import { attribute, element, textElement } from "./qde-elements.ts";

type Names = {
  /** Of tags, by id. */
  guids: Map<number, string>;
  /** Of questions, by id. */
  labels: Map<string, string>;
  inAFile: string;
};

const speaks = guidFor("variable who_speaks");

/**
 * The texts of a project and what is said of them. Offsets count code points,
 * the end exclusive; line ends are one letter. Every guid is made of what never
 * changes, so that the same export has the same ones again.
 */
export class ProjectSources {
  readonly cases: string[] = [];
  readonly sources: string[] = [];
  readonly notes: string[] = [];
  readonly taggers = new Set<string>();

  constructor(private readonly names: Names) {}

  /** @returns the text that a response is, and the name of its file. */
  add(response: Released): { guid: string; text: string } {
    const { reference, speaker } = response;
    const guid = guidFor(`response ${reference}`);
    const { text, placed } = layOut(response, this.names);
    const told = toldOf(speaker);
    const name = attribute("name", reference);
    this.cases.push(
      element(
        "Case",
        [attribute("guid", guidFor(`case ${reference}`)), name],
        [...told, element("SourceRef", [attribute("targetGUID", guid)])],
      ),
    );
    const facts = [
      attribute("guid", guid),
      name,
      attribute("plainTextPath", `internal://${guid}.txt`),
      attribute("creationDateTime", response.receivedAt),
    ];
    const codings = response.tags.map((tag) =>
      this.#coding(`whole ${reference} ${tag.tagId}`, tag),
    );
    const selections = placed.map((one) => this.#selection(one));
    this.sources.push(
      element("TextSource", facts, [...selections, ...codings, ...told]),
    );
    return { guid, text };
  }

  /** Who speaks, as a variable of cases and texts. */
  variables(): string {
    return element(
      "Variables",
      [],
      [
        element("Variable", [
          attribute("guid", speaks),
          attribute("name", "who_speaks"),
          attribute("typeOfVariable", "Text"),
        ]),
      ],
    );
  }

  #selection({ passage, start, end }: Placed): string {
    const { publicId, memo } = passage;
    const user = guidFor(`user ${passage.taggedById}`);
    const noteGuid = guidFor(`memo ${publicId}`);
    if (memo !== "")
      this.notes.push(
        element(
          "Note",
          [attribute("guid", noteGuid), attribute("creatingUser", user)],
          [textElement("PlainTextContent", memo)],
        ),
      );
    return element(
      "PlainTextSelection",
      [
        attribute("guid", guidFor(`passage ${publicId}`)),
        attribute("startPosition", String(start)),
        attribute("endPosition", String(end)),
        attribute("creatingUser", user),
        attribute("creationDateTime", passage.taggedAt),
      ],
      [
        this.#coding(`coding ${publicId}`, passage),
        ...(memo === ""
          ? []
          : [element("NoteRef", [attribute("targetGUID", noteGuid)])]),
      ],
    );
  }

  #coding(name: string, tag: Released["tags"][number]): string {
    this.taggers.add(tag.taggedById);
    const code = this.names.guids.get(tag.tagId) ?? "";
    return element(
      "Coding",
      [
        attribute("guid", guidFor(name)),
        attribute("creatingUser", guidFor(`user ${tag.taggedById}`)),
        attribute("creationDateTime", tag.taggedAt),
      ],
      [element("CodeRef", [attribute("targetGUID", code)])],
    );
  }
}

function toldOf(speaker: string | undefined): string[] {
  if (speaker === undefined) return [];
  const variable = element("VariableRef", [attribute("targetGUID", speaks)]);
  return [
    element("VariableValue", [], [variable, textElement("TextValue", speaker)]),
  ];
}

type Placed = { passage: ReleasedPassage; start: number; end: number };

/** Questions with their answers one below the other; passages of files stand behind them, each by itself. */
function layOut(
  { answers, passages }: Released,
  { labels, inAFile }: Names,
): { text: string; placed: Placed[] } {
  let text = "";
  let length = 0;
  const append = (words: string) => {
    text += words;
    length += codePointOffset(words, words.length);
  };
  const placed: Placed[] = [];
  for (const { answerId, questionId, text: words } of answers) {
    append(`${labels.get(questionId) ?? questionId}\n`);
    for (const passage of passages.filter((one) => one.answerId === answerId)) {
      const { startOffset, endOffset } = passage;
      placed.push({
        ...{ passage, start: length + startOffset, end: length + endOffset },
      });
    }
    // Each letter stays one letter: places are counted.
    append(`${words.replaceAll("\r", " ")}\n\n`);
  }
  for (const passage of passages.filter(({ answerId }) => answerId === null)) {
    append(`${inAFile}\n`);
    const start = length;
    append(passage.words.replaceAll("\r", " "));
    placed.push({ passage, start, end: length });
    append("\n\n");
  }
  return { text, placed };
}
