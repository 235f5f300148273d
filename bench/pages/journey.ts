import type { Page } from "playwright-core";

/** What a page is for decides how much it may weigh (issue: 20, 35 and 60 kB). */
export type PageKind = "reads" | "asks" | "uploads";

export type Stop = {
  title: string;
  kind: PageKind;
  /** A page of somebody's own, which asks search engines to stay away. */
  isOwn: boolean;
  address: string;
};

const slug = "call-for-advice";

async function pressContinue(page: Page) {
  const from = page.url();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.href !== from);
}

/** Answers a whole call once, and tells where each kind of page stands. */
export async function walk(page: Page, origin: string): Promise<Stop[]> {
  const stops: Stop[] = [];
  const note = (title: string, kind: PageKind, isOwn = true) =>
    stops.push({ title, kind, isOwn, address: page.url() });
  await page.goto(origin);
  note("home", "reads", false);
  await page.goto(`${origin}/calls/${slug}`);
  note("call", "reads", false);
  await page.goto(`${origin}/respond/${slug}`);
  await page.getByRole("radio", { name: "Someone else" }).check();
  await pressContinue(page);
  await page.getByRole("textbox").fill("Listen first.");
  note("question", "asks");
  await pressContinue(page);
  await page.goto(`${origin}/respond/${slug}/files`);
  note("files", "uploads");
  await page.goto(`${origin}/respond/${slug}/quoting`);
  await page.getByRole("radio", { name: "No" }).check();
  await pressContinue(page);
  await pressContinue(page);
  note("check", "asks");
  return stops;
}

/** Sends the answers that were walked through, and shows the receipt that stands for them. */
export async function send(page: Page, origin: string): Promise<Stop> {
  await page.goto(`${origin}/respond/${slug}/check`);
  await page.getByRole("button", { name: "Send your advice" }).click();
  await page.locator(".heard-reference").waitFor();
  return {
    title: "receipt",
    kind: "reads",
    isOwn: true,
    address: page.url(),
  };
}
