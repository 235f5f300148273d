import { Button } from "../button.tsx";
import { ChangePreview } from "./change-preview.tsx";

/** What a change would come to, and the button that makes it if that is still so. */
export function ConfirmChange(props: {
  preview: { lines: string[]; seal: string };
  label: string;
}) {
  const { preview, label } = props;
  return (
    <>
      <ChangePreview lines={preview.lines} />
      <input type="hidden" name="seen" value={preview.seal} />
      <Button kind="warning" name="step" value="confirm">
        {label}
      </Button>
    </>
  );
}
