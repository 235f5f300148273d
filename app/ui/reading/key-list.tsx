import { useEffect, useRef } from "react";
import { useHasScript } from "../use-has-script.ts";
import { readingKeys, useReadingKeys } from "./use-reading-keys.ts";

/** The button that tells the keys, and the list; both come with the script. */
export function KeyList() {
  const keys = useReadingKeys();
  const dialog = useRef<HTMLDialogElement>(null);
  const { isListOpen, setListOpen } = keys;
  const hasScript = useHasScript();
  useEffect(() => {
    const list = dialog.current;
    if (isListOpen && list && !list.open) list.showModal();
  }, [isListOpen]);
  if (!hasScript) return null;
  return (
    <>
      <button
        type="button"
        className="heard-key-list__open"
        aria-haspopup="dialog"
        onClick={() => setListOpen(true)}
      >
        Keys{!keys.areOn && " (off)"}
      </button>
      <dialog
        ref={dialog}
        className="heard-key-list"
        aria-labelledby="key-list-title"
        onClose={() => setListOpen(false)}
      >
        <h2 className="govuk-heading-m" id="key-list-title">
          Keys on this page
        </h2>
        <dl className="heard-key-list__keys">
          {readingKeys.map((one) => (
            <div key={one.does}>
              <dt>
                {one.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{one.does}</dd>
            </div>
          ))}
        </dl>
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              id="keys-on"
              type="checkbox"
              form="key-list"
              checked={keys.areOn}
              onChange={(event) => keys.turn(event.currentTarget.checked)}
            />
            <label
              className="govuk-label govuk-checkboxes__label"
              htmlFor="keys-on"
            >
              Single keys work, in this browser
            </label>
          </div>
        </div>
        <button
          type="button"
          className="govuk-button heard-key-list__close"
          onClick={() => dialog.current?.close()}
        >
          Close
        </button>
      </dialog>
    </>
  );
}
