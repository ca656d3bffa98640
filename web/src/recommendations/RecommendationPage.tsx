import { Button, Stack, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OurPart } from '../contributions/OurPart';
import { Engagements } from '../engagements/Engagements';
import { Figures } from '../figures/Figures';
import { printWhenRead } from '../frame/print';
import { FollowUpPanel } from '../follow-ups/FollowUpPanel';
import { Page } from '../frame/Page';
import { Read } from '../frame/Read';
import { Empty } from '../frame/Standing';
import { NextSteps } from '../next-steps/NextSteps';
import { Nature } from '../occasions/Nature';
import { useWorkspace } from '../frame/workspace';
import { Chain } from './Chain';
import { columnsOf, wholeChain } from './chain-links';
import { OriginalTitle, Place, Text } from './Text';
import { Parts } from './Parts';
import { Relations } from './Relations';
import { type Recommendation, recommendationOf, titlesOf } from './recommendation';
import { Timeline } from './Timeline';

const ROUTE = '/w/$workspace/recommendations/$id';

/** An ask from its words to what came of it, link by link. */
export function RecommendationPage() {
  const workspace = useWorkspace();
  const { id } = useParams({ from: ROUTE });
  return <Read query={useQuery(recommendationOf(workspace, id))}>{(ask) => <Shown key={id} ask={ask} />}</Read>;
}

function Shown({ ask }: { ask: Recommendation }) {
  const { t, i18n } = useTranslation();
  const [{ title, language }] = titlesOf(ask, i18n.language);
  const [isWhole, setIsWhole] = useState(false);
  const navigate = useNavigate();
  const search: { followUp?: unknown } = useSearch({ from: ROUTE });
  const chosen = ask.followUps.find(({ id }) => id === search.followUp) ?? columnsOf(ask.followUps)[0]?.[0];
  const choose = (followUp: string) => {
    void navigate({ to: '.', search: { ...search, followUp }, replace: true, resetScroll: false });
  };
  const timeline = (order: 2 | 3) =>
    ask.timeline && <Timeline recommendationId={ask.id} beginning={ask.timeline} isWhole={isWhole} order={order} />;
  return (
    <Page
      title={title}
      language={language}
      about={
        <>
          <OriginalTitle ask={ask} />
          <Place ask={ask} />
        </>
      }
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => {
            setIsWhole(true);
            void printWhenRead();
          }}
        >
          {t('frame.print')}
        </Button>
      }
    >
      <Text ask={ask} />
      <Parts ask={ask} />
      {ask.reviewDue && <Nature ask={ask} />}
      {ask.relations.length > 0 && <Relations ask={ask} />}
      {(ask.followUps.length > 0 || ask.parts.length === 0) && (
        <Stack gap="xs" component="section">
          <Title order={2}>{t('recommendations.whoIsAsked')}</Title>
          {ask.followUps.length > 0 ? (
            <Chain followUps={ask.followUps} chosen={chosen?.id} onChoose={choose} />
          ) : (
            <Empty title={t('recommendations.nobodyYet')} />
          )}
        </Stack>
      )}
      {chosen ? (
        <FollowUpPanel
          key={chosen.id}
          followUp={chosen}
          chain={wholeChain(ask.followUps, chosen.id)}
          timeline={timeline(3)}
        />
      ) : (
        timeline(2)
      )}
      {chosen && <OurPart key={`part-${chosen.id}`} followUp={chosen} />}
      {!ask.reviewDue && <Nature ask={ask} />}
      <NextSteps
        key={`next-${chosen?.id ?? ''}`}
        of={{ recommendation: ask.id }}
        about={chosen && { followUpId: chosen.id }}
      />
      <Figures ask={ask} />
      <Engagements
        of={{ recommendation: ask.id }}
        isUnfolding
        begun={{
          asks: [ask],
          addressees: ask.followUps.filter(({ asked }) => asked).map(({ addressee }) => addressee),
        }}
      />
      {ask.relations.length === 0 && <Relations ask={ask} />}
    </Page>
  );
}
