import { describe, expect, test } from "vitest";
import { listProjectFiles } from "#tests/setup/import-lines.ts";
import {
  brokenQuestionRules,
  questionRules,
} from "#tests/setup/question-rules.ts";

describe("questions and pages", () => {
  test("are asked for what they are where that stands", () => {
    const broken = listProjectFiles()
      .filter((file) => /^app\/.*\.tsx?$/.test(file))
      .flatMap((file) =>
        brokenQuestionRules(file).map((rule) => `${file}: ${rule}`),
      );
    expect(broken).toEqual([]);
  });

  const { type, pages, answer } = questionRules;

  test.each([
    [`if (question.type === "file-upload") skip()`, type],
    [`if ("date" !== type) skip()`, type],
    [`if (questionType === "long-text") skip()`, type],
    [`switch (question.type) { case "radios": return 1 }`, type],
    [`const isText = ["short-text", "email"].includes(question.type)`, type],
    [`const text = openAnswer(answers[id])`, answer],
    [`if (typeof draft.answers[id] === "string") count()`, answer],
    [`const isEmpty = Array.isArray(answer.value)`, answer],
    [`for (const page of definition.pages) walk(page)`, pages],
    [`const { pages } = call.definition`, pages],
    [`const { pages: all } = held.definition`, pages],
  ])("%s is refused", (line, rule) => {
    expect(brokenQuestionRules("app/domain/drafts/x.ts", line)).toContain(rule);
  });

  test("a route walks no form either", () => {
    const line = "const first = call.definition.pages[0]";
    expect(brokenQuestionRules("app/routes/x.tsx", line)).toEqual([pages]);
  });

  test.each([
    ["app/routes/x.tsx", "const links = screen.pages"],
    ["app/ui/x.tsx", `switch (field.control) { case "radios": return 1 }`],
    ["app/enhance/x.ts", `const isFile = field.type === "file"`],
    [
      "app/domain/calls/question-types/date.ts",
      `const isDate = question.type === "date"`,
    ],
    ["app/domain/calls/asked-pages.ts", "return definition.pages"],
  ])("in %s, %s is not", (file, line) => {
    expect(brokenQuestionRules(file, line)).toEqual([]);
  });
});
