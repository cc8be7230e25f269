# How bad is it: the crown jewels, and the three questions of the basic principle.

q-crown-jewel = Is this one of your crown jewels: { $name }?
    .why = Crown jewels are the most important things you have. Say yes a few times, not everywhere. I only ask more about those.
    .help = What should a burglar never get? A shop's till, a workshop's drawings, an office's mail. You can often miss the printer for a while.
    .short = Crown jewel ({ $name })
    .yes = Yes
    .no = No

q-without = How long can you do without your { $name }?
    .why = After that you have to be able to go on. How to do that comes later.
    .help = A shop without a till stands still after a few hours. A workshop can last a day without drawings. An office may last a week without its website.
    .short = Without { $name }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-availability = How bad is it if you can no longer use your { $name }?
    .why = This is called availability: how bad is it that a system no longer works?
    .help = With data we mean that you cannot get at it. A bakery without card payments: a nuisance. If the oven stops as well, it is very bad. An office can easily do without its printer for a day.
    .short = Failure of { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger

q-integrity = How bad is it if something in your { $name } is wrong?
    .why = This is called integrity: how bad is it that certain data is not correct?
    .help = A wrong price in the till can be fixed. A wrong size in a drawing costs the workshop a batch. A false account number on the office's invoices costs even more.
    .short = Mistakes in { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger

q-confidentiality = { $kind ->
    [connection] How bad is it if somebody secretly looks in on your { $name }?
   *[other] How bad is it if something from your { $name } leaks out?
    }
    .why = This is called confidentiality: how bad is it that data leaks to the outside?
    .help = Everybody may know the shop's opening hours. Nobody may see the files of a practice. And a workshop does not want to find its drawings at the neighbours'.
    .short = Leak from { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger
