type Speaking = { contact: string | undefined; broker: string; hub: string }

/** What a broker may say; a suggestion, with the names put in. */
export function scriptFor({ contact, broker, hub }: Speaking): string {
  const asking = contact ? `Hello, may I speak to ${contact}?` : 'Hello, who looks after training with you, please?'
  return `${asking} My name is ${broker}, from the ${hub}. We offer local businesses a skills review, free of charge: about an hour and a half in which we look together at the skills your people have, those you will need, and which training and funding would fit. You get a written plan to keep. Would that be of use to you?`
}
