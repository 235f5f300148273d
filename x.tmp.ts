import { openDatabase } from "#app/db/connection.server.ts";
import { givenStaffMember, givenCall } from "#app/tasks/demo/factories.ts";
import { callDefinitionSchema } from "#app/domain/calls/definition.ts";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { chromium } from "playwright-core";
const db = openDatabase({ file: "/tmp/rt16/h.sqlite" } as never);
const staff = await givenStaffMember(db, { name: "Lena", role: "lead", email: `${crypto.randomUUID()}@review.example` });
const label = { en: "What do you want the review to know about this part of your life and of your placement?" };
const choice = (v: string) => ({ value: v, label: { en: v } });
const dec = Array.from({ length: 12 }, (_, at) => [
  { id: `a${at}`, questions: [{ id: `a${at}`, type: "radios", required: true, label: { en: `Question ${at}?` }, choices: [choice("yes"), choice("no")] }] },
  { id: `b${at}`, showIf: `c${at}`, questions: [{ id: `b${at}`, type: "short-text", required: true, label: { en: `Detail ${at}` } }] },
]).flat();
const more = Array.from({ length: 36 }, (_, at) => ({ id: `m${at}`, title: label, questions: Array.from({ length: 5 }, (_x, n) => ({ id: `q${at}-${n}`, type: "long-text", label, required: true })) }));
const big = callDefinitionSchema.parse({ ...callForAdvice, conditions: Array.from({ length: 12 }, (_, at) => ({ id: `c${at}`, rule: { question: `a${at}`, operator: "is", value: "yes" } })), pages: [...dec, ...more] });
const small = callDefinitionSchema.parse({ ...callForAdvice, conditions: [], pages: [{ id: "one", questions: [{ id: "one", type: "long-text", label: { en: "One" } }] }] });
const tag = Date.now().toString(36);
for (const [slug, definition] of [[`big${tag}`, big], [`small${tag}`, small], [`cond${tag}`, formWithConditions]] as const) await givenCall(db, { slug, state: "draft", definition });
const base = "http://127.0.0.1:4716";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const ctx = await b.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
const p = await ctx.newPage();
const r = await p.request.post(`${base}/review/sign-in`, { form: { email: staff.email, password: staff.password }, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
console.log("sign in", r.status());
for (const place of ["edit", "edit/publish", "edit/routes", "preview", "edit/about"]) {
  const times: Record<string, number> = {};
  for (const which of ["small", "big"]) {
    let best = 1e9;
    for (let i = 0; i < 6; i++) { const t = performance.now(); const a = await p.request.get(`${base}/review/calls/${which}${tag}/${place}`); if (a.status() !== 200) console.log(a.status()); await a.body(); best = Math.min(best, performance.now() - t); }
    times[which] = Math.round(best);
  }
  console.log(place, times);
}
for (const w of [1280, 360]) {
  await p.setViewportSize({ width: w, height: 900 });
  for (const [n, u] of [["routes", `cond${tag}/edit/routes`], ["links", `cond${tag}/preview`], ["edit", `big${tag}/edit`], ["pg", `big${tag}/edit/pages/m0`]] as const) {
    await p.goto(`${base}/review/calls/${u}`); await p.screenshot({ path: `/tmp/rt16/${n}-${w}.png`, fullPage: n !== "edit" });
    console.log(n, w, await p.evaluate(() => document.documentElement.scrollWidth));
  }
  await p.goto(`${base}/review/calls/cond${tag}/edit/routes`);
  await p.click("text=Preview as this person >> nth=0"); await p.click("text=Start the preview");
  await p.screenshot({ path: `/tmp/rt16/as-${w}.png` });
  for (let i = 0; i < 4; i++) await p.keyboard.press("Tab");
  for (let i = 0; i < 5; i++) { const c = p.locator("button.govuk-button:has-text('Continue')"); if (!(await c.count())) break; await c.first().focus(); await p.keyboard.press("Enter"); await p.waitForLoadState(); }
  await p.screenshot({ path: `/tmp/rt16/check2-${w}.png`, fullPage: true });
  await p.locator("button:has-text('Change') >> nth=1").click(); console.log(p.url().slice(-40), await p.title());
  await p.screenshot({ path: `/tmp/rt16/change-${w}.png` });
  await p.locator("button.govuk-button:has-text('Continue')").click(); await p.locator("form button.govuk-button").last().click();
  await p.screenshot({ path: `/tmp/rt16/sent-${w}.png` }); console.log(await p.title());
}
await b.close(); await db.destroy();
