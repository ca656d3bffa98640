import { EditProposal } from './EditProposal';
import type { Intake, Meant, Proposal } from './intake';
import { LinkOther } from './Linked';
import { linkingOf } from './linking';
import { ProposalActs } from './ProposalActs';
import { ProposalCard } from './ProposalCard';
import type { Desk } from './useDesk';

interface OpenedProps {
  proposal: Proposal;
  intake: Intake;
  isRecorded: boolean;
  desk: Desk;
  names: Meant[];
  mayDecide: boolean;
  onSplit: () => void;
  onReject: () => void;
}

/** The proposal in hand: all that is known of it, and what one can do with it or the form to set it right. */
export function Opened(props: OpenedProps) {
  const { proposal, intake, isRecorded, desk, names, mayDecide, onSplit, onReject } = props;
  const linking = mayDecide ? linkingOf(desk, proposal) : undefined;
  return (
    <ProposalCard
      proposal={proposal}
      language={intake.language}
      names={names}
      isRecorded={isRecorded}
      linking={linking}
    >
      {mayDecide && desk.isEditing && (
        <EditProposal
          key={proposal.id}
          proposal={proposal}
          isPending={desk.acting.isPending}
          onSave={(changes) => desk.save(changes, () => desk.setEditing(false))}
          onClose={() => desk.setEditing(false)}
        />
      )}
      {linking && !desk.isEditing && (
        <ProposalActs desk={desk} onSplit={onSplit} onReject={onReject}>
          <LinkOther linking={linking} />
        </ProposalActs>
      )}
    </ProposalCard>
  );
}
