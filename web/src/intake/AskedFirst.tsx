import { AddDialog } from './AddDialog';
import type { Intake, Proposal } from './intake';
import { Rejecting } from './Rejecting';
import { SplitDialog } from './SplitDialog';
import type { Desk } from './useDesk';

/** What is asked over the page before something is done: where the second ask begins, why one is rejected, or which words are an ask. */
export type Asking = { what: 'split'; pointed: number | undefined } | { what: 'rejection' } | { what: 'words' };

interface AskedFirstProps {
  intake: Intake;
  desk: Desk;
  chosen: Proposal | undefined;
  asking: Asking;
  close: () => void;
}

export function AskedFirst({ intake, desk, chosen, asking, close }: AskedFirstProps) {
  if (asking.what === 'words')
    return (
      <AddDialog
        intake={intake}
        proposals={desk.proposals}
        onAdd={(span) => {
          close();
          desk.add(span);
        }}
        onClose={close}
      />
    );
  if (!chosen) return null;
  if (asking.what === 'split')
    return (
      <SplitDialog
        text={intake.text}
        proposal={chosen}
        pointed={asking.pointed}
        onSplit={(at) => {
          close();
          desk.split(at);
        }}
        onClose={close}
      />
    );
  return (
    <Rejecting
      count={1}
      said={chosen}
      onReject={(why) => {
        close();
        // Of what is rejected already only the reason is said; one stays with it.
        if (chosen.state === 'rejected') desk.save(why, () => undefined);
        else desk.reject(why);
      }}
      onClose={close}
    />
  );
}
