# How bad is it: the crown jewels, and the three questions of the basic principle.

q-crown-jewel = Is this one of your crown jewels: { $name }?
    .why = Crown jewels are the most important things you have. Say yes a few times, not everywhere. I only ask more about those.
    .short = Crown jewel ({ $name })
    .yes = Yes
    .no = No

q-without = How long can you do without your { $name }?
    .why = After that you have to be able to go on. How to do that comes later.
    .help = Think of a busy day, not a quiet one.
    .in-shop = Without the till you come to a halt after a few hours.
    .in-workshop = Without drawings you can go on for a day.
    .in-office = Without the website you can manage for a week.
    .find-out = Think about how long you can do without your { $name }.
    .short = Without { $name }
    .hours-4 = 4 hours at most
    .day-1 = A day
    .week-1 = A week
    .longer = Longer

q-availability = How bad is it if you can no longer use { $your-thing }?
    .why = This is called availability: how bad is it that a system no longer works?
    .help = With data we mean that you cannot get at it.
    .in-shop = No card payments: a nuisance. The oven stops too? Then it is very bad.
    .in-workshop = The only milling machine stops: very bad.
    .in-office = The printer is broken for a day: not so bad.
    .find-out = Think about how bad it is to be without your { $name }.
    .short = Failure of { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger

q-integrity = How bad is it if something in your { $name } is wrong?
    .why = This is called integrity: how bad is it that certain data is not correct?
    .help = Think of a mistake that you only notice late.
    .in-shop = A wrong price in the till: you can live with that.
    .in-workshop = A wrong size in a drawing: that costs a whole batch.
    .in-office = A false account number on your invoices: that costs your customers a lot.
    .find-out = Think about how bad it is if something is wrong in your { $name }.
    .short = Mistakes in { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger

q-confidentiality = { $kind ->
    [connection] How bad is it if somebody secretly listens in on your { $name }?
   *[other] How bad is it if something from your { $name } leaks out?
    }
    .why = This is called confidentiality: how bad is it that data leaks to the outside?
    .help = Who may know this, and who certainly not?
    .in-shop = Everybody may know the opening hours. Not the customer list.
    .in-workshop = You do not want to see your drawings at a competitor's.
    .in-office = Nobody may see the case files, except those who work on them.
    .find-out = { $kind ->
        [connection] Think about how bad it is if somebody listens in on your { $name }.
       *[other] Think about how bad it is if something from your { $name } leaks.
        }
    .short = Leak from { $name }
    .low = Not so bad
    .middle = A nuisance, costs money
    .high = Very bad, company in danger
