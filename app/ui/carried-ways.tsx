import { createContext, type ReactNode, useContext } from "react";

/** A form whose fields go along wherever one goes, because nothing else keeps what they hold. */
type CarryingForm = {
  formId: string;
  /** Addresses under this path are reached by the form. */
  path: string;
  /** What a press says that it is. */
  name: string;
  value: string;
};

const Carrying = createContext<CarryingForm | undefined>(undefined);

/** Within it ways are buttons of a form that carries answers from page to page. */
export const CarriedWays = Carrying.Provider;

type WayProps = {
  to: string;
  className?: string | undefined;
  describedBy?: string | undefined;
  children: ReactNode;
};

/** A link; in a preview, where no server and no browser keeps what was typed, a button that takes it along. */
export function Way({ to, className, describedBy, children }: WayProps) {
  const carrying = useContext(Carrying);
  if (!carrying || !to.startsWith(carrying.path))
    return (
      <a
        href={to}
        className={className}
        // A drag would take a button's address along instead of pressing it.
        draggable={className?.includes("govuk-button") ? "false" : undefined}
        aria-describedby={describedBy}
      >
        {children}
      </a>
    );
  return (
    <button
      type="submit"
      form={carrying.formId}
      formAction={to}
      name={carrying.name}
      value={carrying.value}
      className={looksOf(className)}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}

/** As the link looks that it stands for. */
function looksOf(className = ""): string {
  if (className.includes("govuk-button")) return className;
  return className.includes("govuk-back-link")
    ? `${className} heard-back`
    : `heard-link-button ${className}`;
}

/** Of a form, what others of its pages hold; a name stands there as often as it has values. */
export function CarriedFields({
  fields,
}: {
  fields: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <>
      {fields.map(([name, value], at) => (
        <input
          // Neither names nor values are each there once.
          key={`${name}.${at}`}
          type="hidden"
          autoComplete="off"
          name={name}
          value={value}
        />
      ))}
    </>
  );
}
