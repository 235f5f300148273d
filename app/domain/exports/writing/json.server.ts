import { selectTagNames } from "../../tagging/tags.server.ts";
import type { Member } from "../export-zip.server.ts";
import type { Material } from "../material.server.ts";
import type { Released } from "../release.server.ts";

/** One response a line, so that a file of any length is read a line at a time. */
export function jsonMembers(material: Material): Member[] {
  return [{ name: "responses.jsonl", pieces: () => writeLines(material) }];
}

async function* writeLines(material: Material): AsyncGenerator<string> {
  const tagNames = await selectTagNames(material.db);
  const labels = new Map(
    material.questions.map(({ questionId, label }) => [questionId, label]),
  );
  for await (const part of material.parts())
    yield part
      .map((one) => `${JSON.stringify(toLine(one, { tagNames, labels }))}\n`)
      .join("");
}

type Names = { tagNames: Map<number, string>; labels: Map<string, string> };

function toLine(response: Released, { tagNames, labels }: Names) {
  return {
    reference: response.reference,
    received: response.receivedAt,
    channel: response.channel,
    language: response.language,
    state: response.state,
    words: response.wordCount,
    whoSpeaks: response.speaker ?? null,
    mayBeQuoted: response.consent,
    tags: response.tags.flatMap(({ tagId }) => tagNames.get(tagId) ?? []),
    answers: response.answers.map(({ questionId, text }) => ({
      question: questionId,
      label: labels.get(questionId) ?? null,
      text,
    })),
    passages: response.passages.map((passage) => ({
      tag: tagNames.get(passage.tagId) ?? null,
      question: passage.questionId ?? null,
      isOfFile: passage.answerId === null,
      // Code points of the answer's text above, the end exclusive.
      start: passage.startOffset,
      end: passage.endOffset,
      words: passage.words,
      ...(passage.memo !== "" && { memo: passage.memo }),
    })),
  };
}
