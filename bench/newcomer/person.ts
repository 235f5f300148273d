import type { Page } from "playwright-core";

/**
 * How long a person takes, in seconds, by the keystroke-level model (Card, Moran
 * and Newell, 1980): pointing 1.1 and a press 0.4; before what has to be thought
 * of 1.35; a letter 0.3, which is 40 words a minute. Words that are new on a page
 * are read at 238 a minute, each of them (Brysbaert, 2019: prose that is not a
 * story, read in silence). Nobody skims: there is no pace for that here.
 */
const pace = {
  press: 1.5,
  decide: 1.35,
  wordsReadInMinute: 238,
  wordsTypedInMinute: 40,
  /** The chooser of files is the browser's: open, find, take. */
  chooseFile: 6,
} as const;

type Spent = { reading: number; typing: number; pressing: number };

export type Stage = { name: string; pages: number } & Spent;

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

const typingSeconds = (text: string) =>
  (countWords(text) / pace.wordsTypedInMinute) * 60;

/** The lines that stand on a page for the eye: without those for screen readers alone, which take one pixel. */
async function visibleLines(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const { body } = document;
    const small = [...body.querySelectorAll<HTMLElement>("*")].filter(
      (one) => one.offsetWidth === 1 && one.offsetHeight === 1,
    );
    const shown = small.map(({ style }) => style.display);
    for (const { style } of small) style.display = "none";
    const seen = body.innerText;
    for (const [at, { style }] of small.entries())
      style.display = shown[at] ?? "";
    return seen;
  });
  return text.split(/[\n\t]/).map((line) => line.trim());
}

/**
 * Somebody who sees, and knows of each page what it says: finds what has a name
 * by that name alone, reads each line the first time that it stands before them
 * on whatever page, and types and presses at a person's pace. Whoever looks at a
 * page anew reads what is new on it and no more.
 */
export class Person {
  readonly page: Page;
  readonly stages: Stage[] = [];
  readonly #seen = new Set<string>();
  readonly #arrive: (page: Page) => Promise<void>;

  /** @param arrive is called on each page that they come to. */
  constructor(page: Page, arrive: (page: Page) => Promise<void>) {
    this.page = page;
    this.#arrive = arrive;
  }

  /** What follows is a part of the task, with a clock of its own. */
  begin(name: string) {
    this.stages.push({ name, pages: 0, reading: 0, typing: 0, pressing: 0 });
  }

  #spend(spent: Partial<Spent>) {
    const stage = this.stages.at(-1);
    if (!stage) throw new Error("No part of the task has begun");
    stage.reading += spent.reading ?? 0;
    stage.typing += spent.typing ?? 0;
    stage.pressing += spent.pressing ?? 0;
  }

  async #look() {
    await this.page.waitForLoadState("domcontentloaded");
    const lines = new Set(await visibleLines(this.page));
    const fresh = [...lines].filter((line) => !this.#seen.has(line));
    for (const line of fresh) this.#seen.add(line);
    const words = fresh.reduce((sum, line) => sum + countWords(line), 0);
    const seconds = (words / pace.wordsReadInMinute) * 60;
    const stage = this.stages.at(-1);
    if (stage) stage.pages += 1;
    this.#spend({ reading: seconds });
    await this.#arrive(this.page);
  }

  async open(address: string) {
    await this.page.goto(address);
    await this.#look();
  }

  async follow(name: string | RegExp) {
    const link = this.page.getByRole("link", {
      ...{ name, exact: typeof name === "string" },
    });
    await link.first().click();
    this.#spend({ pressing: pace.decide + pace.press });
    await this.#look();
  }

  async press(name: string) {
    await this.page.getByRole("button", { name, exact: true }).first().click();
    this.#spend({ pressing: pace.decide + pace.press });
    await this.#look();
  }

  /** Where a page says that it is worked out yet, it is loaded again, which costs them what it costs. */
  async loadUntil(name: string) {
    const button = this.page.getByRole("button", { name, exact: true });
    for (let time = 0; time < 5 && (await button.count()) === 0; time += 1) {
      await this.page.waitForTimeout(2_000);
      await this.page.reload();
      this.#spend({ pressing: 2 + pace.decide + pace.press });
      await this.#look();
    }
  }

  /** Opens what is folded away. */
  async unfold(name: string) {
    await this.page.getByText(name, { exact: true }).first().click();
    this.#spend({ pressing: pace.decide + pace.press });
    await this.#look();
  }

  /** @param at which of several boxes of the same name, from 0 */
  async type(label: string, text: string, at = 0) {
    const box = this.page.getByLabel(label, { exact: true }).nth(at);
    await box.fill(text);
    this.#spend({ typing: typingSeconds(text), pressing: pace.press });
  }

  async choose(name: string | RegExp) {
    const one = this.page
      .getByRole("radio", { name })
      .or(this.page.getByRole("checkbox", { name }));
    await one.first().check();
    this.#spend({ pressing: pace.decide + pace.press });
  }

  async pick(label: string, option: string) {
    await this.page.getByLabel(label).selectOption({ label: option });
    this.#spend({ pressing: pace.decide + 2 * pace.press });
  }

  /** A file of one page that lies ready. */
  async attach(label: string, name: string) {
    await this.page.getByLabel(label).setInputFiles({
      ...{ name, mimeType: "text/plain" },
      buffer: Buffer.from("What we found.\n"),
    });
    this.#spend({ pressing: pace.chooseFile });
  }

  /** Boxes that stand in rows have names that say of which row: the nth of them is typed into. */
  async typeNamed(field: string, text: string, at: number) {
    await this.page.locator(`[name=${field}]`).nth(at).fill(text);
    this.#spend({ typing: typingSeconds(text), pressing: pace.press });
  }

  /** Whatever on the page's own part adds something, as a link or a button. */
  async add(name: RegExp) {
    const main = this.page.locator("main");
    const link = main.getByRole("link", { name });
    await link.or(main.getByRole("button", { name })).first().click();
    this.#spend({ pressing: pace.decide + pace.press });
    await this.#look();
  }

  /** The first button of the page's own form, whatever it is called. */
  async submit() {
    const button = this.page.locator("main form button.govuk-button").first();
    await button.click();
    this.#spend({ pressing: pace.decide + pace.press });
    await this.#look();
  }

  /** @throws where they do not stand on the page: the task was not done. */
  async expectWords(words: string) {
    const text = await this.page.locator("main").innerText();
    if (!text.includes(words)) throw new Error(`Nothing says “${words}”`);
  }
}
