import { changeQuestion } from "#app/domain/calls/authoring/question-edits.ts";
import { questionFormSchema } from "#app/domain/calls/authoring/question-forms.ts";
import {
  approveWorkingCopy,
  proposeWorkingCopy,
} from "#app/domain/calls/authoring/proposals.server.ts";
import { findPart } from "#app/domain/calls/authoring/edits.ts";
import { seenOf } from "#app/domain/calls/authoring/working-copy.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { edit } from "./make-call.ts";
import { type Demo, fromEarlierStep, type Step } from "./steps.ts";

const slug = "call-for-advice";

/** What was changed while people answered: the lead asks for it, a colleague approves. Its Welsh has to be looked at since. */
export function changeLiveCall(demo: Demo, at: Date): Step {
  return {
    at,
    what: `${slug} is changed while it is open`,
    take: async () => {
      const { db, staff } = demo;
      const { id: callId } = fromEarlierStep(demo.calls, slug);
      const of = { callId, now: at };
      const editing = { ...of, staffId: staff.admin.staffId };
      const { rowVersion } = await edit(db, editing, (copy) => {
        const page = findPart(copy, "how-to-listen");
        if (!page) return { refused: "gone" };
        const form = questionFormSchema.parse({
          type: "long-text",
          label: "How should we listen to children, young people and families?",
          hint: "For example where, when, and who should be asking. Tell us what has helped you to speak.",
          settings: ["publishable"],
          seen: seenOf(copy, page),
        });
        const question = { pageId: page.key, questionId: page.key };
        return changeQuestion(copy, {
          ...{ ...question, form, takenValues: new Set<string>() },
        });
      });
      const asked = await proposeWorkingCopy(db, { ...editing, rowVersion });
      if (!asked.ok) throw new Error(`${slug}: ${asked.reason}`);
      const { staffId } = staff.lead;
      const looked = { ...of, staffId, rowVersion };
      const approved = await approveWorkingCopy(db, looked);
      if (!approved.ok) throw new Error(`${slug}: ${approved.reason}`);
      demo.calls.set(slug, await findCall(db, callId));
    },
  };
}
