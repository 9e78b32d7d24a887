/** The address of the sign-in page, as react-admin has it. */
export const SIGN_IN = '/login';
