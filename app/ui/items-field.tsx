import type { ReactNode } from "react";
import {
  type FieldBase,
  FieldGroup,
  FieldHintAndError,
} from "./field-frame.tsx";

/** A question whose answer is a list of items, each with a page of its own. */
export function ItemsField(props: FieldBase & { children: ReactNode }) {
  const { name, label, optionalLabel, isPageHeading } = props;
  const words = (
    <>
      {label}
      {optionalLabel && (
        <>
          {" "}
          <span className="heard-optional">{optionalLabel}</span>
        </>
      )}
    </>
  );
  return (
    <FieldGroup error={props.error}>
      {isPageHeading && props.caption}
      <div id={name} tabIndex={-1}>
        {isPageHeading ? (
          <h1 className="govuk-heading-l">{words}</h1>
        ) : (
          <h2 className="govuk-heading-m">{words}</h2>
        )}
        <FieldHintAndError {...props} />
      </div>
      {props.children}
    </FieldGroup>
  );
}
