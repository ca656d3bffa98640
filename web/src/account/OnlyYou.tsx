import { List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLeaving } from '../administration/useLeaving';
import type { Schema } from '../api/client';

/** What nobody else in a workspace can open: whoever leaves names another reader first, and nobody can do it for them. */
export function OnlyYou({ membership: { id, workspace } }: { membership: Schema['MyMembershipView'] }) {
  const { t } = useTranslation();
  const pieces = useLeaving(workspace.slug, id, true).data?.pieces ?? [];
  if (pieces.length === 0) return null;
  return (
    <Stack gap={4} mt="xs">
      <Text size="sm">{t('account.onlyYou', { count: pieces.length })}</Text>
      <List size="sm">
        {pieces.map((piece) => (
          <List.Item key={piece.id}>
            <Link to="/w/$workspace/evidence/$id" params={{ workspace: workspace.slug, id: piece.id }}>
              {piece.title ?? t('account.withdrawnPiece')}
            </Link>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
