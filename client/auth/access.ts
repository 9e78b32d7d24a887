import {
  fieldsOf,
  isResource,
  may,
  verbs,
  type FieldAccess,
  type Resource,
  type Role,
  type Verb,
} from '#contract/policy';
import { createContext, useContext } from 'react';

const readActions = ['list', 'show', 'read'];

function isVerb(action: string): action is Verb {
  return (verbs as readonly string[]).includes(action);
}

/** react-admin's question in the policy's words. Nothing is edited or deleted in place, so those are never allowed. */
export function canDo(role: Role, resource: string, action: string): boolean {
  if (!isResource(resource)) return false;
  if (readActions.includes(action)) return may(role, resource, 'read');
  return isVerb(action) && may(role, resource, action);
}

/** The frame asks once for all within it: each cell of a list wants to know, and a question of its own would cost it as much as its text. */
export const RoleContext = createContext<Role | null>(null);

/** The role of whoever is signed in; null until that is known. */
export function useRole(): Role | null {
  return useContext(RoleContext);
}

/** Whether this person may; false until their role is known. */
export function useMay(resource: Resource, verb: Verb): boolean {
  const role = useRole();
  return role !== null && may(role, resource, verb);
}

const nothing: FieldAccess = { readable: [], masked: [], filterable: {}, sortable: [], searchable: [] };

/** Put together once for each role and resource: a list asks with every cell. */
const known = new Map<string, FieldAccess>();

/** Which fields of a resource this person can read, filter, sort and search. */
export function useFields(resource: Resource): FieldAccess {
  const role = useRole();
  if (!role) return nothing;
  const key = `${role} ${resource}`;
  const fields = known.get(key) ?? fieldsOf(role, resource);
  known.set(key, fields);
  return fields;
}
