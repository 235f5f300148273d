import { expect, test } from "vitest";
import { z } from "zod";
import {
  callFileVersion,
  deepestCallFile,
  maxCallFileBytes,
} from "#app/domain/calls/call-file/call-file.ts";
import { writeCallFile } from "#app/domain/calls/call-file/call-file.server.ts";
import { callFileSchema } from "#app/domain/calls/call-file/call-file-schema.ts";
import { readCallFile } from "#app/domain/calls/call-file/read-call-file.ts";
import { reachOfPages } from "#app/domain/calls/reachability.ts";
import { startingPoints } from "#app/domain/calls/new-calls.ts";
import { startingPointDefinition } from "#app/screens/review/starting-points/starting-points.ts";
import { demoCalls } from "#app/tasks/demo/demo-calls.ts";

const everyCall = [
  ...demoCalls(new Date("2026-11-27T12:00:00Z")),
  ...startingPoints.map((slug) => ({
    slug,
    definition: startingPointDefinition(slug),
  })),
];

const advice = {
  slug: "advice",
  definition: startingPointDefinition("call-for-advice"),
};

/** The file of a call with something of it changed. */
function changed(change: (file: Record<string, unknown>) => void): string {
  const file = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(writeCallFile(advice)));
  change(file);
  return JSON.stringify(file);
}

function faultOf(text: string) {
  const read = readCallFile(text);
  return read.ok ? undefined : read.fault;
}

test("what no screen can show and no database keeps is told with its place, and other scripts and signs are taken", () => {
  const titled = (title: string) =>
    faultOf(
      changed((file) => {
        Object.assign(file.definition as object, { title: { en: title } });
      }),
    );
  const at = "definition.title.en";
  for (const sign of ["\u0000", "\u001b", "\ud800", "\udc00x", "\ue000"])
    expect(titled(`One ${sign}`)).toMatchObject({
      ...{ reason: "problems", problems: [{ reason: "misshapen", at }] },
    });
  for (const fine of ["😀", "one\ttwo\r\nthree", "ab\u200d", "مرحبا \u202b"])
    expect(titled(fine)).toBeUndefined();
});

test.each(everyCall)(
  "$slug comes back from its file with the same bytes",
  (call) => {
    const written = writeCallFile(call);
    const read = readCallFile(written);
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    expect(read.file.definition).toEqual(call.definition);
    expect(writeCallFile(read.file)).toBe(written);
  },
);

test("a file has its names in one order, whatever order they were in", () => {
  const { pages, ...rest } = advice.definition;
  const other = { slug: "advice", definition: { pages, ...rest } };
  expect(writeCallFile(other)).toBe(writeCallFile(advice));
});

test("every file is one that the published schema takes, and a name that it does not know is none", () => {
  const schema = z.fromJSONSchema(callFileSchema());
  for (const call of everyCall)
    expect(schema.safeParse(JSON.parse(writeCallFile(call))).error).toBe(
      undefined,
    );
  const misspelt = changed((file) => (file.sulg = "advice"));
  expect(schema.safeParse(JSON.parse(misspelt)).success).toBe(false);
});

test("a name that no part of a call has is told with the way to it, wherever it stands", () => {
  const at = (path: string) => ({ reason: "unknown-names", at: [path] });
  expect(faultOf(changed((file) => (file.sulg = "x")))).toEqual(at("sulg"));
  const definition = structuredClone(advice.definition);
  Object.assign(definition.pages[1]?.questions[0] ?? {}, { lable: "x" });
  expect(faultOf(changed((file) => (file.definition = definition)))).toEqual(
    at("definition.pages.1.questions.0.lable"),
  );
  const words = { ...advice.definition, title: { en: "Advice", fr: "Avis" } };
  expect(faultOf(changed((file) => (file.definition = words)))).toEqual(
    at("definition.title.fr"),
  );
  const proto = changed(() => undefined).replace(
    '"slug"',
    '"__proto__": {"x": 1}, "slug"',
  );
  expect(faultOf(proto)).toEqual(at("__proto__"));
});

test("a file of a newer Heard is told apart from one that is wrong", () => {
  const newer = changed((file) => {
    file.version = callFileVersion + 1;
    file.pagesOfANewKind = [];
  });
  expect(faultOf(newer)).toEqual({
    reason: "newer",
    version: callFileVersion + 1,
  });
});

test("what is no file of a call is told for what it is", () => {
  expect(faultOf("")).toEqual({ reason: "not-json", line: undefined });
  expect(faultOf('{"format":\n\n"heard-call" "version"}')).toEqual({
    reason: "not-json",
    line: 3,
  });
  expect(faultOf("[]")).toEqual({ reason: "not-a-call" });
  expect(faultOf('{"type": "FeatureCollection"}')).toEqual({
    reason: "not-a-call",
  });
  expect(readCallFile(`\uFEFF${writeCallFile(advice)}`).ok).toBe(true);
});

test("what is too large or too deep is not parsed", () => {
  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  expect(faultOf(deep(deepestCallFile + 1))).toEqual({ reason: "too-deep" });
  expect(faultOf(deep(deepestCallFile))).toEqual({ reason: "not-a-call" });
  // Brackets in words are none.
  expect(faultOf(JSON.stringify({ a: `"\\${deep(100)}` }))).toEqual({
    reason: "not-a-call",
  });
  const big = "é".repeat(maxCallFileBytes / 2 + 1);
  expect(faultOf(big)).toEqual({ reason: "too-big" });
});

test("a call whose parts do not fit together is refused with all that stands against it", () => {
  const broken = structuredClone(advice.definition);
  const [first, second] = broken.pages;
  if (!first || !second) throw new Error("It has pages");
  broken.pages.push({ ...first, id: "again" });
  second.showIf = "gone";
  const fault = faultOf(changed((file) => (file.definition = broken)));
  expect(fault).toMatchObject({
    reason: "problems",
    problems: expect.arrayContaining([
      expect.objectContaining({ reason: "question-twice" }),
      expect.objectContaining({ reason: "page-condition-unknown" }),
    ]) as unknown,
  });
  const misshapen = changed((file) => {
    file.definition = { ...advice.definition, minutes: "soon" };
  });
  expect(faultOf(misshapen)).toMatchObject({
    problems: [{ reason: "misshapen", at: "definition.minutes" }],
  });
});

test("a starting point could be published as it is: everybody comes to every page", () => {
  for (const from of startingPoints) {
    const definition = startingPointDefinition(from);
    expect(reachOfPages(definition)).toEqual([]);
    expect(JSON.stringify(definition)).not.toMatch(/Steady Ground/);
  }
});
