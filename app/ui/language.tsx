import { createContext, type ReactNode, useContext } from "react";

type PageLanguage = "en" | "cy";

/** What a page is written in, and in what else it can be read. */
export type Spoken = {
  language: PageLanguage;
  /** Every language of the page by its own name, this one too; fewer than two where there is nothing to choose. */
  choices: { language: PageLanguage; name: string; to: string }[];
  /** Over the choices. */
  heading: string;
  /** Texts that stand in the page in English, because there are no others. */
  borrowed: ReadonlySet<string>;
  /** Whether any of them is on this very page. */
  isPartly: boolean;
  /** Said at the top of a page with such texts. */
  notice: string;
  /** Said where files that were chosen have to be chosen again. */
  filesGone?: string | undefined;
  /** Whole addresses of the page in each language, where it is one that anybody may find. */
  alternates: { language: string; to: string }[];
};

/**
 * Known on the server only, and before any loader has failed: an error page is in
 * the person's language too. A page that hydrates is the team's, and in English.
 */
export const SpokenContext = createContext<Spoken>({
  language: "en",
  choices: [],
  heading: "",
  borrowed: new Set(),
  isPartly: false,
  notice: "",
  alternates: [],
});

export const useSpoken = () => useContext(SpokenContext);

export const useLanguage = (): PageLanguage => useSpoken().language;

const fromTheRight = ["ar", "ckb", "fa", "he", "ps", "sd", "ur", "yi"];

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return fromTheRight.includes(language) ? "rtl" : "ltr";
}

/** The attributes of an element whose text may be in English on a page that is not: none where it is in the page's own. */
export function useLangOf(text: ReactNode): { lang?: "en"; dir?: "ltr" } {
  const { language, borrowed } = useSpoken();
  if (language === "en" || typeof text !== "string") return {};
  if (!borrowed.has(text)) return {};
  return directionOf(language) === "rtl"
    ? { lang: "en", dir: "ltr" }
    : { lang: "en" };
}

/** A call's text, with its language said where that is not the page's. What is added below it is in the page's. */
export function Said({ text }: { text: string }) {
  const { borrowed } = useSpoken();
  const end = text.indexOf("\n");
  const isWhole = end < 0 || borrowed.has(text);
  const [own, rest] = isWhole ? [text, ""] : splitBorrowed(text, borrowed);
  const lang = useLangOf(own);
  if (!lang.lang) return <>{text}</>;
  return (
    <>
      <span {...lang}>{own}</span>
      {rest}
    </>
  );
}

function splitBorrowed(text: string, borrowed: ReadonlySet<string>) {
  for (
    let at = text.lastIndexOf("\n");
    at > 0;
    at = text.lastIndexOf("\n", at - 1)
  )
    if (borrowed.has(text.slice(0, at)))
      return [text.slice(0, at), text.slice(at)] as const;
  return [text, ""] as const;
}

/** Says that some of a page is in English, and that files have to be chosen again, where it is so. */
export function SpokenNotices() {
  const { isPartly, notice, filesGone } = useSpoken();
  return (
    <>
      {isPartly && (
        <p className="govuk-inset-text heard-partly-english">{notice}</p>
      )}
      {filesGone && <p className="govuk-inset-text">{filesGone}</p>}
    </>
  );
}

/** A form whose button shows the page in another language, so that what is typed is kept. */
export type SpeaksBy = {
  form: string;
  /** Of the button, where the form's own action saves what is typed; left out, the page is shown with it and nothing is saved. */
  saves?: { name: string; kind: string };
  /** Whether the page has the form, told from what its loader gives. */
  isThere?: (shown: unknown) => boolean;
};

/** The id of a form that is given back as it was typed, in another language. */
export const typedFormId = "typed";

/** Of a page that always has such a form. */
export const speaksByTyped: SpeaksBy = { form: typedFormId };

/** Of a page that may say instead why there is no form. */
export const speaksByTypedIn = (name: string): SpeaksBy => ({
  form: typedFormId,
  isThere: (shown) =>
    typeof shown === "object" &&
    shown !== null &&
    Boolean((shown as Record<string, unknown>)[name]),
});

type SwitchProps = { speaksBy?: SpeaksBy | undefined };

/** The languages of a page by their own names: this one as text, the others as ways to them. */
export function LanguageSwitch({ speaksBy }: SwitchProps) {
  const { language: spoken, choices, heading } = useSpoken();
  if (choices.length < 2) return null;
  return (
    <nav
      className="govuk-width-container heard-languages heard-no-print"
      aria-label={heading}
    >
      <ul className="heard-languages__list">
        {choices.map(({ language, name, to }) => (
          <li key={language} lang={language}>
            {language === spoken ? (
              <span aria-current="true">{name}</span>
            ) : speaksBy ? (
              <button
                type="submit"
                className="heard-link-button"
                form={speaksBy.form}
                {...(speaksBy.saves
                  ? savingAs(speaksBy.saves, language)
                  : postingTo(to))}
              >
                {name}
              </button>
            ) : (
              <a className="govuk-link" href={to} hrefLang={language}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function savingAs(
  { name, kind }: NonNullable<SpeaksBy["saves"]>,
  language: string,
) {
  return { name, value: `${kind}:${language}` };
}

/** Files stay where they are: of each its name is sent, and the page says that it has to be chosen again. */
function postingTo(to: string) {
  return {
    formAction: to,
    formMethod: "post",
    formEncType: "application/x-www-form-urlencoded",
  };
}
