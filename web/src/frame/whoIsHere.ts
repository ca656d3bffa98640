import { redirect } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { me, queryClient } from '../api/queries';

/** The account, or the way to sign in and back. */
export async function whoIsHere(next: string) {
  try {
    return await queryClient.query({ ...me, staleTime: 'static' });
  } catch (error) {
    if (error instanceof Problem && error.status === 401) throw redirect({ to: '/sign-in', search: { next } });
    throw error;
  }
}
