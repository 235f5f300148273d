import { canonicalJson } from "../text/canonical-json.ts";
import type { Statement } from "./receipt-file.ts";

/** Where two receipts of one response are not alike. */
export type StatementChange = {
  part: "answer" | "file" | "facts";
  how: "other" | "added" | "missing";
  /** The question or the file's name; empty for facts. */
  name: string;
};

/** What `given` says otherwise than `signed`, part by part. Empty where only the signature is another. */
export function compareStatements(
  signed: Statement,
  given: Statement,
): StatementChange[] {
  const answers = compareLists("answer", {
    signed: signed.answers.map((one) => ({
      key: one.id,
      name: one.question,
      one,
    })),
    given: given.answers.map((one) => ({
      key: one.id,
      name: one.question,
      one,
    })),
  });
  const files = compareLists("file", {
    signed: signed.files.map((one) => ({
      key: one.sha256,
      name: one.name,
      one,
    })),
    given: given.files.map((one) => ({ key: one.sha256, name: one.name, one })),
  });
  const factsOf = (of: Statement) =>
    canonicalJson({ ...of, answers: [], files: [] });
  const isOther = factsOf(signed) !== factsOf(given);
  const facts: StatementChange[] = isOther
    ? [{ part: "facts", how: "other", name: "" }]
    : [];
  return [...answers, ...files, ...facts];
}

type Part = {
  key: string;
  name: string;
  one: Statement["answers"][number] | Statement["files"][number];
};

function compareLists(
  part: "answer" | "file",
  { signed, given }: { signed: Part[]; given: Part[] },
): StatementChange[] {
  const left = [...given];
  const changes: StatementChange[] = [];
  for (const { key, name, one } of signed) {
    const at = left.findIndex((other) => other.key === key);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (!found) changes.push({ part, how: "missing", name });
    else if (canonicalJson(found.one) !== canonicalJson(one))
      changes.push({ part, how: "other", name });
  }
  return [
    ...changes,
    ...left.map(({ name }) => ({ part, how: "added" as const, name })),
  ];
}
