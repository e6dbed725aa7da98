Console.WriteLine("iness");
return 0;
