import {
  type FormEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { wordsIn } from "#app/words/words.ts";
import type * as browserValidation from "./browser-validation.ts";
import {
  intents,
  type PageErrors,
  type PageReply,
  type QuestionPage,
} from "./question-page.ts";

const noErrors: PageErrors = {};

/**
 * What JavaScript adds to a question page: the server's own schema checks the
 * form on Continue, before it is sent. What was typed is saved all the same,
 * as it is without JavaScript (docs/decisions/030).
 */
export function usePageForm(view: QuestionPage, reply: PageReply | undefined) {
  const { validate, loadValidation } = useValidation(view);
  const [found, setFound] = useState<PageErrors>();
  const saveTyped = useBackgroundSave();
  const errors = found ?? reply?.errors ?? noErrors;
  useErrorTitle(errors, wordsIn(view.language).errorTitle);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    saveTyped(undefined);
    const form = event.currentTarget;
    const problems = isContinue(event.nativeEvent) ? validate(form) : undefined;
    if (!problems) return;
    event.preventDefault();
    setFound(problems);
    saveTyped(form);
  };
  return { errors, formProps: { onSubmit, onInput: loadValidation } };
}

/** Only Continue goes on; to upload or remove a file, the rest need not be in order. */
function isContinue(event: Event): boolean {
  const submitter = event instanceof SubmitEvent ? event.submitter : null;
  return (
    !(submitter instanceof HTMLButtonElement) ||
    submitter.value === intents.continue
  );
}

/**
 * Zod and the schemas weigh a third of everything else on the page, so they
 * come when a person begins to answer. A form that is faster is checked by the server.
 */
function useValidation({ page, language }: QuestionPage) {
  const loaded = useRef<typeof browserValidation>(undefined);
  const isAskedFor = useRef(false);
  const loadValidation = useCallback(() => {
    if (isAskedFor.current) return;
    isAskedFor.current = true;
    import("./browser-validation.ts").then(
      (module) => void (loaded.current = module),
      () => undefined,
    );
  }, []);
  const validate = (form: HTMLFormElement): PageErrors | undefined => {
    if (!loaded.current) return undefined;
    const { parsePageAnswers, readTypedAnswers } = loaded.current;
    const reading = { language, messages: wordsIn(language).questions };
    const typed = readTypedAnswers(new FormData(form), page);
    return parsePageAnswers(typed, page, reading);
  };
  return { validate, loadValidation };
}

/** Sends the texts that the browser's own check held back; the answer would say the same again. */
function useBackgroundSave() {
  const underWay = useRef<AbortController>(undefined);
  return useCallback((form: HTMLFormElement | undefined) => {
    // An older save must not arrive after what is sent next.
    underWay.current?.abort();
    if (!form) return;
    underWay.current = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string") body.append(name, value);
    const { signal } = underWay.current;
    // Where it does not arrive, the text is still in the form.
    fetch(location.href, { method: "POST", body, signal }).catch(() => {});
  }, []);
}

/** The server's page says so in its title; here the page stays and its title changes. */
function useErrorTitle(
  errors: PageErrors,
  errorTitle: (title: string) => string,
) {
  const isInOrder = Object.keys(errors).length === 0;
  useEffect(() => {
    const prefix = errorTitle("");
    if (isInOrder || document.title.startsWith(prefix)) return;
    document.title = errorTitle(document.title);
  }, [isInOrder, errorTitle]);
}
