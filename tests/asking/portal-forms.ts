import type { StaffRole } from "#app/domain/accounts/accounts.ts";

/** The forms in which the review's own pages are kept, with the fields that each knows. */
export const portalForms: Record<string, string[]> = {
  "review.settings.tsx": [
    ...["name", "nameCy", "contactEmail", "about", "aboutCy", "runBy"],
    ...[
      "runByCy",
      "reports",
      "reportsCy",
      "hours",
      "nextStep",
      "alsoIn",
      "seen",
    ],
  ],
  "review.settings_.front-page.tsx": ["page", "place", "shown"],
  "review.settings_.look.tsx": ["accent", "step"],
  "review.settings_.logo.tsx": ["logo", "alt", "altCy", "step"],
  "review.pages_.new.tsx": ["title", "slug"],
  "review.pages_.$page.tsx": ["page", "place"],
  "review.pages_.$page_.edit.tsx": [
    "title",
    "titleCy",
    "text",
    "textCy",
    "seen",
  ],
  "review.pages_.$page_.items_.$item.tsx": [
    "head",
    "headCy",
    "text",
    "textCy",
    "seen",
    "step",
  ],
  "review.pages_.$page_.publish.tsx": ["step", "rowVersion"],
  "review.pages_.$page_.versions_.$version.tsx": ["seen"],
};

const leads: StaffRole[] = ["lead", "admin"];

/** Who passes the pages (get) and forms (post) of the same. */
export const portalPasses: Record<
  string,
  { get?: StaffRole[]; post?: StaffRole[] }
> = {
  ...Object.fromEntries(
    Object.keys(portalForms).map((name) => [name, { get: leads, post: leads }]),
  ),
  "review.pages.tsx": { get: leads },
  "_public.review.pages.$page.preview.tsx": { get: leads },
};
