import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';

export type Assessment = Schema['AssessmentView'];
export type Assessments = Schema['AssessmentsView'];
export type Position = Schema['PositionView'];
export type Finding = Schema['CreateAssessmentDto'];
export type Taking = Schema['TakePositionDto'];

/** What organizations find on one side of a follow-up, where others stand on it, and what the addressee says. */
export const assessmentsOf = (workspace: string, trackId: string) =>
  queryOptions({
    queryKey: [workspace, 'assessments', trackId],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}/assessments', {
          params: { path: { workspace, trackId }, query: { limit: 50 } },
        }),
      ),
  });

export const recordAssessment = (workspace: string, trackId: string, body: Finding) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/assessments', {
      params: { path: { workspace, trackId } },
      body,
    }),
  );

export const takePosition = (workspace: string, trackId: string, body: Taking) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/positions', {
      params: { path: { workspace, trackId } },
      body,
    }),
  );

export const answerObjection = (workspace: string, positionId: string, reasons: string) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/positions/{positionId}/answer', {
      params: { path: { workspace, positionId } },
      body: { reasons },
    }),
  );

export const withdrawObjection = (workspace: string, positionId: string) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/positions/{positionId}/withdrawal', {
      params: { path: { workspace, positionId } },
      body: {},
    }),
  );

/** All positions on a side of a follow-up that still want an answer, on the claim and on assessments. */
export const openObjections = ({ items, positions }: Assessments): Position[] =>
  [...positions, ...items.flatMap((assessment) => assessment.positions)].filter((position) => position.open);

/** What stands, or once stood and was objected to: a change of mind takes only what was said before with it. */
export const worthShowing = (positions: Position[]): Position[] =>
  positions.filter(({ standing, position }) => standing || position === 'objection');
