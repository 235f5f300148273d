import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { authoringForms } from "./authoring-forms.ts";

const leads: StaffRole[] = ["lead", "admin"];

/** Who passes the pages (get) and forms (post) of the calls as the team keeps them. */
export const callPasses: Record<
  string,
  { get?: StaffRole[]; post?: StaffRole[] }
> = {
  ...Object.fromEntries(
    Object.keys(authoringForms).map((name) => [
      name,
      { get: leads, post: leads },
    ]),
  ),
  "review.calls.tsx": { get: leads },
  "review.calls_.question-bank.tsx": { get: leads },
  "review.calls_.$call.tsx": { get: leads },
  "review.calls_.$call_.$step.tsx": { get: leads, post: leads },
  "review.calls_.$call_.codes.tsx": { get: leads, post: leads },
  "review.calls_.$call_.edit_.routes.tsx": { get: leads },
  "review.calls_.$call_.outcome.tsx": { get: leads, post: leads },
  "review.calls_.$call_.due.tsx": { get: leads, post: leads },
  "review.calls_.$call_.file[.]json.ts": { get: leads },
  ...Object.fromEntries(
    Object.keys(authoringForms).map((name) => [
      name,
      { get: leads, post: leads },
    ]),
  ),
  "review.calls_.$call_.edit_.languages_.$language_.texts[.]csv.ts": {
    get: leads,
  },
  "review.calls_.$call_.edit_.languages_.$language_.texts[.]xlf.ts": {
    get: leads,
  },
  "review.calls_.new.tsx": { get: leads, post: leads },
  "review.calls_.new_.file.tsx": { get: leads, post: leads },
  "review.calls_.$call_.versions_.$version.tsx": { get: leads },
};
