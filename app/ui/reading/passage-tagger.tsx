import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { FormErrors, type FormReply } from "../form-reply.tsx";
import {
  PassageFields,
  type PassageFieldsProps,
  type PassageReply,
} from "./passage-form.tsx";
import { readSelection, type SelectionInText } from "./read-selection.ts";

type Tagger = {
  /** What is selected now and could be tagged. */
  selected: SelectionInText | undefined;
  isOpen: boolean;
  open: () => void;
  close: () => void;
};

export const TaggerContext = createContext<Tagger>({
  selected: undefined,
  isOpen: false,
  open: () => {},
  close: () => {},
});

// A selection changes with every pixel of a drag; the button waits until it rests.
const restMilliseconds = 150;

type SelectionFollowerProps = {
  /** Changes when a passage was tagged: the selection has served. */
  tagged: string;
  /** Nothing is tagged here any more: what is selected is only copied. */
  isOff: boolean;
  children: ReactNode;
};

/** Follows the selection in the texts inside it, so that a selected passage can be tagged where it stands. */
export function SelectionFollower(props: SelectionFollowerProps) {
  const [selected, setSelected] = useState<SelectionInText>();
  const [isOpen, setIsOpen] = useState(false);
  const [tagged, setTagged] = useState(props.tagged);
  const { isOff } = props;
  if (tagged !== props.tagged) {
    setTagged(props.tagged);
    setSelected(undefined);
    setIsOpen(false);
  }
  useEffect(() => {
    if (isOpen || isOff) return;
    let timer = 0;
    const follow = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(
        () => setSelected(readSelection(document.getSelection())),
        restMilliseconds,
      );
    };
    document.addEventListener("selectionchange", follow);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("selectionchange", follow);
    };
  }, [isOpen, isOff]);
  const close = () => {
    setIsOpen(false);
    if (selected) selectAgain(selected.range);
  };
  return (
    <TaggerContext.Provider
      value={{ selected, isOpen, open: () => setIsOpen(true), close }}
    >
      {props.children}
    </TaggerContext.Provider>
  );
}

function selectAgain(range: Range) {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Comes up below a selection in the text it stands after, first in the tab order from there. */
export function TagSelectionButton({
  source,
  label = "Tag the selected text",
}: {
  source: string;
  label?: string;
}) {
  const { selected, isOpen, open } = useContext(TaggerContext);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isHere = selected?.text.source === source;
  useEffect(() => {
    if (wasOpen.current && !isOpen && isHere) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, isHere]);
  if (!isHere || isOpen) return null;
  return (
    <button
      type="button"
      ref={button}
      className="govuk-button heard-tag-selection"
      style={placeBelow(selected.range)}
      // Pressing a button would otherwise clear the selection it is for.
      onPointerDown={(event) => event.preventDefault()}
      onClick={open}
    >
      {label}
    </button>
  );
}

const buttonWidthPixels = 200;

/** Below the last line of the selection, inside the text's frame. */
function placeBelow(range: Range) {
  const frame =
    range.startContainer.parentElement?.closest(".heard-text-frame");
  const lastLine = [...range.getClientRects()].at(-1);
  if (!frame || !lastLine) return undefined;
  const edges = frame.getBoundingClientRect();
  const rightmost = edges.width - buttonWidthPixels;
  const left = lastLine.right - edges.left - buttonWidthPixels / 2;
  return {
    top: lastLine.bottom - edges.top + 8,
    left: Math.max(0, Math.min(left, rightmost)),
  };
}

type PassageTaggerProps = Pick<
  PassageFieldsProps,
  "view" | "sources" | "tags" | "lastUsedIds"
> & {
  action: string;
  /** Sends the form that a button stands in, without leaving the page. */
  submit: (button: HTMLButtonElement) => void;
  reply: PassageReply | undefined;
  /** What was typed before and not saved. */
  kept: FormReply | undefined;
};

/** "Tag a passage": a form in its place; beside the text while a selection is being tagged. */
export function PassageTagger(props: PassageTaggerProps) {
  const { submit, reply, kept, ...fields } = props;
  const { selected, isOpen, close } = useContext(TaggerContext);
  const [isExpanded, setIsExpanded] = useState(Boolean(kept));
  const [dismissed, setDismissed] = useState<PassageReply>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) finderIn(box.current)?.focus();
  }, [isOpen]);
  const cancel = () => {
    setDismissed(reply);
    close();
  };
  const shown = reply === dismissed ? kept : reply;
  return (
    <div
      ref={box}
      className={isOpen ? "heard-tagger heard-tagger--docked" : "heard-tagger"}
      role={isOpen ? "dialog" : undefined}
      aria-label={isOpen ? "Tag the selected text" : undefined}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isOpen) cancel();
      }}
    >
      {isOpen && <h2 className="heard-tagger__title">Tag the selected text</h2>}
      <details
        className="govuk-details heard-tagger__details"
        open={isOpen || isExpanded}
        onToggle={(event) => {
          if (!isOpen) setIsExpanded(event.currentTarget.open);
        }}
      >
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Tag a passage by its words
          </span>
        </summary>
        <FormErrors reply={shown} />
        <PassageFields
          {...fields}
          reply={shown}
          selection={isOpen ? selected?.text : undefined}
          onDone={isOpen ? () => saveButtonIn(box.current)?.click() : undefined}
          onTag={(event) => {
            event.preventDefault();
            submit(event.currentTarget);
          }}
        >
          {isOpen && <CancelButton onClick={cancel} />}
        </PassageFields>
      </details>
    </div>
  );
}

function finderIn(box: HTMLElement | null) {
  return box?.querySelector<HTMLElement>("[data-key-target=tags]");
}

function saveButtonIn(box: HTMLElement | null) {
  return box?.querySelector<HTMLButtonElement>("button[formaction]");
}

function CancelButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      className="govuk-button govuk-button--secondary"
      onClick={onClick}
    >
      Cancel
    </button>
  );
}
