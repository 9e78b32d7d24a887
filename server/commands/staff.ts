import { roles, type Role } from '../policy/contract.ts';
import { systemActor } from '../audit/contract.ts';
import { inviteStaff } from '../staff/service.ts';
import { readArguments, requiredText } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

export const staffCommand: Command = {
  usage: 'staff add --email E --role operations|compliance|support|admin --name N',
  async run(context, words) {
    const { positionals, values } = readArguments(words, ['add'], {
      email: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' },
    });
    if (positionals[0] !== 'add') throw new UsageError('staff knows only: add');
    const role = requiredText(values['role'], 'role') as Role;
    if (!roles.includes(role)) throw new UsageError(`no role ${role}: ${roles.join(', ')}`);
    const email = requiredText(values['email'], 'email');
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new UsageError(`no e-mail address: ${email}`);
    const invitation = await inviteStaff(context, { email, role, name: requiredText(values['name'], 'name') }, systemActor);
    return { result: invitation, exit: EXIT.done };
  },
};
