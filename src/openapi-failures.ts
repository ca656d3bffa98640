import { isInPerson, type Requirement } from './access/requires.js';
import { ROLES } from './access/actor.js';
import { PERMISSIONS } from './access/permissions.js';
import { refusal } from './common/refusals.js';

interface Operation {
  parameters?: { in: string; name: string; schema?: { format?: unknown } }[];
  responses: Record<string, unknown>;
}

/**
 * Adds the failures that a request meets before its service is asked: at the body reader, the doors and the input pipe.
 * What a handler requires, and its path, say which; a decorator would have to repeat it, and would be wrong one day.
 */
export function addCommonFailures(operation: Operation, method: string, requirement: Requirement | undefined): void {
  for (const status of common(operation, method, requirement)) operation.responses[String(status)] ??= refusal(status);
}

function common(operation: Operation, method: string, requirement: Requirement | undefined): number[] {
  const isWriting = method !== 'get';
  const isOpen = requirement === 'anonymous';
  // A reading that takes no query and no id has no input to refuse: what is not there is 404.
  const takesInput =
    isWriting ||
    operation.parameters?.some((parameter) => parameter.in === 'query' || parameter.schema?.format === 'uuid');
  return [
    ...(takesInput ? [400] : []),
    ...(isOpen ? [] : [401]),
    ...(isOpen || requirement === 'operator' ? [] : [429]),
    ...(isRefused(isWriting, requirement) ? [403] : []),
    ...(operation.parameters?.some((parameter) => parameter.in === 'path') ? [404] : []),
    ...(isWriting ? [413, 415] : []),
  ];
}

/** A role may lack the permission; a browser's request that changes something may come from a foreign page. */
function isRefused(isWriting: boolean, requirement: Requirement | undefined): boolean {
  if (requirement === 'anonymous' || requirement === 'operator') return false;
  if (requirement === 'signed-in' || isInPerson(requirement)) return isWriting;
  return requirement === undefined || isWriting || PERMISSIONS[requirement].length < ROLES.length;
}
