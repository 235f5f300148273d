import type { ActionFunction } from "@remix-run/node";
import { saveGroup } from "#app/domain/accounts/groups.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import {
  givenCall,
  givenDraft,
  givenResponse,
} from "#app/tasks/demo/factories.ts";
import { ownPreviewLink } from "#app/http/request/preview-link.server.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenEmail } from "#tests/given/entries.ts";
import { givenTable } from "#tests/given/tables.ts";
import { givenProject } from "#tests/given/projects.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { authoringForms } from "./authoring-forms.ts";
import { caseForms, redactionForms } from "./case-forms.ts";
import { entryForms } from "./entry-forms.ts";
import { peopleForms } from "./people-forms.ts";
import { portalForms } from "./portal-forms.ts";
import { queueForms } from "./queue-forms.ts";
import { callRoute } from "./routes.ts";
import { tagForms } from "./tag-forms.ts";

type RouteModule = { action?: ActionFunction; default?: unknown };

/** Every module of the route map: a new one is in the list by being a file. */
const modules = import.meta.glob<RouteModule>(
  "../../app/routes/*{.tsx,.ts,/route.tsx,/route.ts}",
);

/** Every form there is, with the fields that it knows. */
export const forms: Record<string, string[]> = {
  "_public.respond.$call.$page/route.tsx": [
    "what-first",
    "intent",
    "draft",
    "version",
    "rendering",
  ],
  "_public.respond.$call.$page_.typed.ts": [
    "what-first",
    "draft",
    "version",
    "rendering",
  ],
  "_public.preview.$link.$/route.tsx": ["what-first", "intent", "Language"],
  "_public.receipt._index.tsx": ["reference", "code"],
  "_public.receipt.response.tsx": [],
  "_public.receipt.change/route.tsx": [
    "what-first",
    "version",
    "reference",
    "leaves-out",
  ],
  "_public.receipt.add-file/route.tsx": ["about", "reference"],
  "_public.receipt.item/route.tsx": [
    "title",
    "authors",
    "topics",
    "base",
    "leaves-out",
  ],
  "_public.receipt.add-item/route.tsx": ["item", "reference", "leaves-out"],
  "_public.receipt.remove-item.tsx": ["reference", "leaves-out"],
  "_public.receipts.check.tsx": ["receipt"],
  "_public.receipt.take-back.tsx": ["reference"],
  "_public.receipt.withdraw.tsx": ["reference"],
  "_public.respond.$call.check.tsx": ["draft", "at-risk", "further-remark"],
  "_public.respond.$call.$page_.item.$item/route.tsx": [
    "title",
    "authors",
    "topics",
    "base",
    "draft",
    "rendering",
  ],
  "_public.respond.$call.$page_.item.$item_.remove.tsx": [],
  "_public.respond.$call.$page_.list/route.tsx": [
    "references",
    "draft",
    "rendering",
  ],
  "_public.respond.$call.delete.tsx": ["draft"],
  "_public.respond.$call.asked-again.tsx": ["draft"],
  "_public.respond.$call.equality.tsx": ["about-age"],
  "_public.respond.$call.equality_.questions.tsx": ["about-age"],
  "_public.respond.$call.late.tsx": ["code"],
  "_public.come-back.tsx": ["code"],
  "_public.respond.$call.save/route.tsx": ["intent", "draft", "code", "email"],
  "_public.respond.$call.sent/route.tsx": ["draft"],
  "review.equality.tsx": ["call"],
  "review.exports_.new.tsx": ["call", "q", "kind", "format", "reason"],
  "review.exports_.$export_.cancel.ts": [],
  "review.exports_.$export_.file.ts": [],
  "review.files.$attachment.tsx": [],
  "review.responses.$reference_.withdrawn.tsx": ["reason"],
  ...authoringForms,
  ...entryForms,
  "review.imports.tsx": ["call", "sheet", "heldFile"],
  "review.imports_.$import/route.tsx": ["step", "seen"],
  "review.imports_.$import_.columns.tsx": [
    "channel",
    "received",
    "sameDay",
    "format",
    "sourceId",
    "files",
    "answer-what-first",
  ],
  "review.imports_.$import_.undo.tsx": ["seen", "workedOn"],
  "review.quarantine_.$reference.tsx": ["decision"],
  ...peopleForms,
  ...portalForms,
  "review.responses.$reference_.claim.tsx": ["intent", "returnTo"],
  "review.responses.$reference_.identity.tsx": ["purpose"],
  "review.responses.$reference_.notes.tsx": ["body", "returnTo"],
  "review.responses.$reference_.passages.tsx": [
    "source",
    "quote",
    "startOffset",
    "place",
    "memo",
    "passageTagIds",
    "passageNewTagName",
    "passageNewTagDefinition",
    "view",
  ],
  "review.responses.$reference_.passages_.$passage.remove.tsx": ["view"],
  ...redactionForms,
  ...caseForms,
  ...queueForms,
  "review.responses.$reference_.tags.tsx": [
    "tagIds",
    "seenTagIds",
    "answersVersion",
    "responseNewTagName",
    "responseNewTagDefinition",
    "view",
  ],
  "review.responses.$reference_.triage.tsx": [
    "decide",
    "rowVersion",
    "state",
    "assigneeId",
    "note",
    "returnTo",
  ],
  "review.sessions.tsx": ["session", "staff"],
  "review.sign-out.tsx": [],
  ...tagForms,
  "review.work.tsx": ["jobId"],
  "review_.forgotten.tsx": ["email"],
  "review_.join.tsx": ["code", "name", "newPassword"],
  "review_.passkey.ts": ["intent", "credential", "from"],
  "review_.reset.tsx": ["code", "newPassword"],
  "review_.second-step.tsx": ["code", "from", "held"],
  "review_.sign-in.tsx": ["email", "password", "from", "held"],
};

export const routes = Object.entries(modules).map(([path, load]) => ({
  name: path.replace("../../app/routes/", ""),
  load,
}));

/** A portal with one of everything, and whoever may do all of it. */
export async function givenPortal(route: string) {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const isLate = route.includes(".late.");
  const call = await givenCall(db, {
    slug: "advice",
    ...(isLate && {
      state: "closed-late-accepted",
      closesAt: "2026-11-20T17:00:00.000Z",
    }),
  });
  const now = new Date();
  const { reference } = await givenResponse(db);
  const { cookie, ...actor } = await signInAs(context, "admin");
  await defineTag(db, { name: "Kin", definition: "Kin", actor, now });
  const { holderKey } = await givenDraft(db, { call, now });
  const named = {
    ...{ call: "advice", page: "what-first", question: "what-first" },
    reference,
    link: ownPreviewLink(context, {
      ...{ callId: call.id, of: { kind: "working-copy" } },
    }),
    "*": "what-first",
  };
  if (route.startsWith("review.imports_.")) await givenTable(db, { call });
  if (route.startsWith("review.entries_.emails"))
    await givenEmail(db, { call, actor });
  if (route.includes(".projects_.")) await givenProject(db, actor);
  if (route.includes(".groups_."))
    await saveGroup(db, {
      ...{ name: "Kin readers", members: [], now },
      actor: { kind: "staff", staffId: actor.staffId },
    });
  const one = {
    group: "1",
    tag: "1",
    import: "1",
    project: "1",
    email: "1",
    step: "announce",
  };
  const params = { ...named, ...one, attachment: "x", passage: "x" };
  const cookies = `heard-draft=${holderKey}${route.startsWith("review.") ? `; ${cookie}` : ""}`;
  async function post(action: ActionFunction, body: string) {
    const request = new Request("http://localhost:3000/somewhere", {
      method: "POST",
      body,
      headers: {
        cookie: cookies,
        "content-type": "application/x-www-form-urlencoded",
      },
    });
    const { status, data } = await callRoute(action, {
      ...{ request, context: { ...context }, params },
    });
    return { status, data };
  }
  return { db, post };
}

export async function actionOf(name: string): Promise<ActionFunction> {
  const route = routes.find((one) => one.name === name);
  const { action } = (await route?.load()) ?? {};
  if (!action) throw new Error(`${name} takes no form`);
  return action;
}
