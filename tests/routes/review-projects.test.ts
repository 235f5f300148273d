import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import * as files from "#app/routes/review.tags_.files.tsx";
import * as projects from "#app/routes/review.tags_.projects.tsx";
import * as projectRoute from "#app/routes/review.tags_.projects_.$project.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { makeTestFolder, openTestDatabase } from "#tests/given/database.ts";
import { codeOf, qdeOf, zipOf } from "#tests/given/projects.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** As multer would hand it on. */
async function givenSending() {
  const context = await makeTestContext(openTestDatabase().db);
  const { cookie } = await signInAs(context, "lead");
  const send = (content: Buffer | string, fields: Record<string, string>) => {
    const stagingPath = path.join(makeTestFolder(), "file.part");
    writeFileSync(stagingPath, content);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.append(name, value);
    const staged = { questionId: "file", originalName: "../Coded.qdpx" };
    const file = { ...staged, stagingPath, byteSize: 9, sha256: "a" };
    const receivedForm = {
      ...{ fields: form, stagedFiles: [file], refusedParts: [] },
    };
    return { ...context, receivedForm };
  };
  return { context, cookie, send };
}

test("a coded project is uploaded, previewed and asked for by a lead, and a hostile one is refused in words", async () => {
  const { context, cookie, send } = await givenSending();
  const bytes = await zipOf([
    [
      "project.qde",
      qdeOf(`<CodeBook><Codes>${codeOf(1, "Fresh")}</Codes></CodeBook>`),
    ],
  ]);
  const at = { path: "/review/tags/projects", cookie, params: {} };
  const hostile = await zipOf([["project.qde", `<!DOCTYPE a>${qdeOf("")}`]]);
  const refused = await ask(projects.action, {
    ...{ ...at, context: send(hostile, {}), form: {} },
  });
  expect(refused.status).toBe(400);
  expect(JSON.stringify(refused.data)).toContain("DOCTYPE");
  const sent = await ask(projects.action, {
    ...{ ...at, context: send(bytes, {}), form: {} },
  });
  expect(sent).toMatchObject({
    ...{ status: 303, location: "/review/tags/projects/1" },
  });
  const page = await ask(projectRoute.loader, {
    ...{ ...at, context, params: { project: "1" } },
  });
  expect(page.data).toMatchObject({ name: "../Coded.qdpx", hasNew: false });
  expect(JSON.stringify(page.data)).toContain("“Fresh”");
});

test("a codebook comes as a file by a plain form, its text goes on with the preview", async () => {
  const { cookie, send } = await givenSending();
  const at = { path: "/review/tags/files", cookie, params: {} };
  const text = "name,parent\nCosts é,\n";
  const shown = await ask(files.action, {
    ...{ ...at, context: send(text, { step: "preview", text: "" }) },
    form: {},
  });
  expect(shown.data).toMatchObject({ sent: { text } });
  expect(JSON.stringify(shown.data)).toContain("Costs é");
  const latin = Buffer.from(text, "latin1");
  const refused = await ask(files.action, {
    ...{ ...at, context: send(latin, { step: "preview", text: "" }) },
    form: {},
  });
  expect(JSON.stringify(refused.data)).toContain("UTF-8");
});
