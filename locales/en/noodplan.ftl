# The emergency plan: what somebody sees who is frightened.

noodplan-title = <b>EMERGENCY PLAN { $company }</b>
noodplan-title-nameless = <b>EMERGENCY PLAN</b>
noodplan-title-unfinished = { $title } (not finished: { $answered } of { $total })
noodplan-rules = <b>First this:</b> stay calm. Pull the internet cable out of your computers and turn off the Wi-Fi. Leave the computers on. Delete nothing. Do not pay. Write down what you see, and at what time.
noodplan-empty = Your own call list is still empty. Call whoever helps you with your computers. Is money gone? Then call your bank at once.
noodplan-not-saved = This is your emergency plan. Start at the top. I do not save what you type here. Type resume to go on.
option-my-answer = It was my answer
noodplan-fallback = <b>Keeping in touch without mail and phone:</b> { $channel }

public-title = <b>Help for everybody</b>
public-number = { $label }: { $number }
public-form = { $label }: { $form }
public-mail = { $label }: { $mail }
public-danger = Immediate danger
public-police = Police
public-fraud-helpdesk = Fraud helpdesk (Mon-Fri 9-17)
public-data-leak = Report a data breach to the AP (privacy regulator), within { $leak-report-number } hours, with the form
public-ncsc = NCSC (formerly DTC, Dutch government), report by mail
public-checked = Numbers checked on { $date }. Source: { $sources }.
