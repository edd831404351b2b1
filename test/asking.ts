/** What is asked by POST, as Graph has it, because the question is long: it changes nothing. */
const questions =
  /\/(?:(?:get|check)Member(?:Groups|Objects)|getByIds|getUserOwnedObjects|validateProperties)$/

/** Whether a row of the directory API changes something, by its method and address. */
export const changes = ({ method, path }: { method: string; path: string }): boolean =>
  method !== 'GET' && !questions.test(path)
