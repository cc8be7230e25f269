# The emergency plan: what somebody sees who is frightened.

noodplan-title = <b>EMERGENCY PLAN { $company }</b>
noodplan-title-nameless = <b>EMERGENCY PLAN</b>
noodplan-title-unfinished = { $title } (not finished: { $answered } of { $total })
noodplan-rules = <b>First this:</b> stay calm. Network off, leave the power on. Delete nothing. Do not pay. Write down what you see and when.
noodplan-empty = Your own call list is still empty. These numbers are for everybody:
noodplan-not-saved = I do not keep this as an answer: your emergency plan is open. Want to go on with the questions? Choose below.

public-title = <b>For everybody</b>
public-number = { $label }: { $number }
public-form = { $label }: { $form }
public-danger = Danger to life
public-police = Police
public-fraud-helpdesk = Fraud helpdesk (Mon-Fri 9-17)
public-data-leak = Report a data leak to the AP, within 72 hours, with the form
public-ncsc = NCSC (formerly DTC), report with the form
public-checked = Numbers checked on { $date }.
